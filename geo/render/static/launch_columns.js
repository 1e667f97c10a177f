/* Launches as columns, sorted by first day: a range of days is two binary searches. */
(function (root) {
  "use strict";

  const EARTH_CIRCUMFERENCE_M = 2 * Math.PI * 6371008.8; // IUGG mean radius

  function project(latitude, longitude) {
    const sine = Math.sin((latitude * Math.PI) / 180);
    return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
  }

  /* The Pacific stands in the middle: the map runs from 30 W eastwards to 30 W. */
  function projectPacific(latitude, longitude) {
    return project(latitude, longitude < -30 ? longitude + 360 : longitude);
  }

  /* Index of the first value of an ascending array that is not below `value`. */
  function lowerBound(values, value) {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function runningMaximum(values) {
    const maxima = Int32Array.from(values);
    for (let i = 1; i < maxima.length; i++) maxima[i] = Math.max(maxima[i], maxima[i - 1]);
    return maxima;
  }

  class LaunchColumns {
    constructor(data) {
      this.ids = data.ids;
      this.length = data.ids.length;
      this.first = Int32Array.from(data.first);
      this.last = Int32Array.from(data.last);
      this.latest = runningMaximum(this.last);
      this.symbolClass = Uint8Array.from(data.symbol_class);
      this.size = Uint8Array.from(data.size);
      this.contradictory = Uint8Array.from(data.contradictory);
      this.areas = data.areas;
      this.legend = data.legend;
      this.attribution = data.attribution;
      this._indexOf = new Map(this.ids.map((id, index) => [id, index]));
      this._readMarks(data);
      this._readNames(data);
    }

    _readNames(data) {
      this._places = data.places;
      this._place = Int16Array.from(data.place);
      this._missiles = data.missiles;
      this._missile = Int16Array.from(data.missile);
      this._ranged = data.ranged;
      this._ranges = {
        start: data.range_start,
        lower: data.range_lower,
        upper: data.range_upper,
        sea: data.range_sea,
        seas: data.seas,
      };
    }

    /* Marks of launch i are markStart[i] up to markStart[i + 1]; the first is the preferred one. */
    _readMarks(data) {
      const count = data.latitude.length;
      this.markStart = Int32Array.from(data.mark_start);
      this.area = Int16Array.from(data.area);
      this.radius = Float64Array.from(data.radius);
      this.latitude = Float64Array.from(data.latitude, (value) => value / 1e4);
      this.longitude = Float64Array.from(data.longitude, (value) => value / 1e4);
      this.x = new Float64Array(count);
      this.y = new Float64Array(count);
      for (let mark = 0; mark < count; mark++) {
        const unit = projectPacific(this.latitude[mark], this.longitude[mark]);
        this.x[mark] = unit.x;
        this.y[mark] = unit.y;
      }
      this._measureCircles(count);
    }

    /* Radii in unit coordinates, and for each mark the first mark with the very same circle. */
    _measureCircles(count) {
      const firstOf = new Map();
      this.unitRadius = new Float64Array(count);
      this.sameCircle = new Int32Array(count);
      for (let mark = 0; mark < count; mark++) {
        const parallel = EARTH_CIRCUMFERENCE_M * Math.cos((this.latitude[mark] * Math.PI) / 180);
        this.unitRadius[mark] = this.radius[mark] / parallel;
        const circle = `${this.latitude[mark]} ${this.longitude[mark]} ${this.radius[mark]}`;
        if (!firstOf.has(circle)) firstOf.set(circle, mark);
        this.sameCircle[mark] = firstOf.get(circle);
      }
    }

    indexOf(id) {
      const index = this._indexOf.get(id);
      return index === undefined ? -1 : index;
    }

    hasMark(index) {
      return this.markStart[index + 1] > this.markStart[index];
    }

    /* Launches that may fall on a day of first..last lie in [from, to); ask `mayBeIn` for each. */
    between(first, last) {
      return { from: lowerBound(this.latest, first), to: lowerBound(this.first, last + 1) };
    }

    mayBeIn(index, first, last) {
      return index >= 0 && this.first[index] <= last && this.last[index] >= first;
    }

    count(first, last) {
      const { from, to } = this.between(first, last);
      let all = 0;
      let placed = 0;
      for (let i = from; i < to; i++) {
        if (this.last[i] < first) continue;
        all++;
        if (this.hasMark(i)) placed++;
      }
      return { all, placed };
    }

    /* Launches of each class per period, as bars[period * classes + class]; those known to lie within one period.
       What is known only to a longer span has no period: it comes back in `spans`, as what it is. */
    histogram(starts) {
      const classes = this.legend.length;
      const bars = new Uint32Array(Math.max(starts.length - 1, 0) * classes);
      const spans = [];
      for (let i = 0; i < this.length; i++) {
        const period = lowerBound(starts, this.first[i] + 1) - 1;
        if (period < 0 || period >= starts.length - 1) continue;
        if (this.last[i] < starts[period + 1]) bars[period * classes + this.symbolClass[i]]++;
        else spans.push(i);
      }
      return { bars, spans, classes };
    }

    /* "1 Jan 2021", or the span of days it lies in. */
    daysInWords(index) {
      const { inWords } = root.calendar;
      const [first, last] = [this.first[index], this.last[index]];
      return first === last ? inWords(first) : `between ${inWords(first)} and ${inWords(last)}`;
    }

    /* Names of our own lists, "" where the launch has none. */
    placeOf(index) {
      return this._places[this._place[index]] || "";
    }

    missileOf(index) {
      return this._missiles[this._missile[index]] || this.legend[this.symbolClass[index]].label;
    }

    /* Distances claimed of a launch: [{lower, upper, sea}] in metres, `upper` null where it is open, `sea` "" for none. */
    rangesOf(index) {
      const at = this._ranged.indexOf(index);
      if (at < 0) return [];
      const data = this._ranges;
      const found = [];
      for (let i = data.start[at]; i < data.start[at + 1]; i++) {
        found.push({
          lower: data.lower[i],
          upper: data.upper[i] < 0 ? null : data.upper[i],
          sea: data.seas[data.sea[i]] || "",
        });
      }
      return found;
    }

    get lastDay() {
      return this.length ? this.latest[this.length - 1] : 0;
    }
  }

  root.LaunchColumns = LaunchColumns;
  root.projection = { project, projectPacific };
})((window.launchMap = window.launchMap || {}));
