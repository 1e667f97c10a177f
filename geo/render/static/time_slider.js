/* Time inside the map: two handles and the window between them, a histogram, play and pause. */
(function (root) {
  "use strict";

  const KEY_REST_MILLISECONDS = 300;
  const PLAY_MILLISECONDS = 12000; // for the whole axis
  const BARS = ["day", "week", "month", "quarter", "year"];
  const BAR_WIDTH = 3; // pixels, the least
  const TICKS = ["month", "quarter", "year"];
  const TICK_WIDTH = 40;
  const BAR = "#c3ccd3";
  const BAR_IN_RANGE = "#5b7c93";

  function element(tag, className, attributes) {
    const node = document.createElement(tag);
    node.className = className;
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    return node;
  }

  class TimeSlider {
    /* `onChange(first, last)` is called at every movement, `onRest(first, last)` once when it is over. */
    constructor({ onChange, onRest }) {
      this._onChange = onChange;
      this._onRest = onRest;
      this._axis = { first: 0, last: 0 };
      this._range = { first: 0, last: 0 };
      this._columns = null;
      this._playing = 0;
      this._buildBar();
      this._buildTrack();
      this.node = element("div", "launch-time", { "data-testid": "time-slider", role: "group", "aria-label": "Dates shown" });
      this.node.append(this._bar, this._track, this._ticks);
      this.node.addEventListener("keydown", (event) => this._onKey(event));
      L.DomEvent.disableClickPropagation(this.node);
      L.DomEvent.disableScrollPropagation(this.node);
      new ResizeObserver(() => this._show()).observe(this._track);
    }

    get range() {
      return { ...this._range };
    }

    /* True while a handle is held, or played, or a key has just been pressed. */
    get isMoving() {
      return Boolean(this._drag || this._playing || this._keyTimer);
    }

    setColumns(columns) {
      this._columns = columns;
      this._show();
    }

    setAxis(first, last) {
      this._axis = { first, last: Math.max(first, last) };
      this._set(this._range.first, this._range.last);
    }

    setRange(first, last) {
      this._set(first, last);
    }

    _buildBar() {
      this._bar = element("div", "launch-time-bar");
      this._button = element("button", "launch-time-play", { type: "button", "data-testid": "slider-play", "aria-label": "Play" });
      this._words = element("span", "launch-time-words", { "data-testid": "range-words" });
      this._count = element("span", "launch-time-count", { "data-testid": "in-range-count", role: "status" });
      this._button.textContent = "▶";
      this._button.addEventListener("click", () => this._togglePlay());
      this._bar.append(this._button, this._words, this._count);
    }

    _buildTrack() {
      this._track = element("div", "launch-time-track", { "data-testid": "slider-track" });
      this._histogram = element("canvas", "launch-time-histogram", { "aria-hidden": "true" });
      this._middle = element("div", "launch-time-middle", { "data-testid": "slider-middle" });
      this._handles = { first: this._handle("first", "First day"), last: this._handle("last", "Last day") };
      this._ticks = element("div", "launch-time-ticks", { "aria-hidden": "true" });
      this._track.append(this._histogram, this._middle, this._handles.first, this._handles.last);
      this._track.addEventListener("pointerdown", (event) => this._startDrag(event));
      this._track.addEventListener("pointermove", (event) => this._dragTo(event));
      for (const end of ["pointerup", "pointercancel"]) this._track.addEventListener(end, () => this._endDrag());
    }

    _handle(name, label) {
      return element("div", `launch-time-handle launch-time-${name}`, {
        role: "slider",
        tabindex: "0",
        "aria-label": label,
        "aria-orientation": "horizontal",
        "data-handle": name,
        "data-testid": `slider-${name}`,
      });
    }

    /* ---- moving ---- */

    _set(first, last) {
      const axis = this._axis;
      const low = Math.min(Math.max(Math.round(first), axis.first), axis.last);
      const high = Math.min(Math.max(Math.round(last), low), axis.last);
      this._range = { first: low, last: high };
      this._show();
      this._onChange(low, high);
    }

    _move(name, day) {
      const { first, last } = this._range;
      if (name === "first") this._set(Math.min(day, last), last);
      else if (name === "last") this._set(first, Math.max(day, first));
      else this._shift(day - first);
    }

    /* Moves the window as a whole; it keeps its length and stops at the ends of the axis. */
    _shift(days) {
      const { first, last } = this._range;
      const kept = Math.max(this._axis.first - first, Math.min(this._axis.last - last, days));
      this._set(first + kept, last + kept);
    }

    _dayAt(clientX) {
      const box = this._track.getBoundingClientRect();
      return this._axis.first + ((clientX - box.left) / box.width) * this._span();
    }

    _span() {
      return this._axis.last - this._axis.first + 1;
    }

    _startDrag(event) {
      if (event.button !== 0) return;
      this._pause();
      const day = this._dayAt(event.clientX);
      const { first, last } = this._range;
      let name = event.target.dataset.handle || (event.target === this._middle ? "middle" : "");
      if (!name) {
        name = Math.abs(day - first) < Math.abs(day - last) ? "first" : "last";
        this._move(name, name === "last" ? day - 1 : day);
      }
      this._drag = { name, from: day, first, last };
      if (name !== "middle") this._handles[name].focus();
      this._track.setPointerCapture(event.pointerId);
      event.preventDefault();
    }

    _dragTo(event) {
      if (!this._drag) return;
      const { name, from, first, last } = this._drag;
      const days = Math.round(this._dayAt(event.clientX) - from);
      this._move(name, (name === "last" ? last : first) + days);
    }

    _endDrag() {
      if (!this._drag) return;
      this._drag = null;
      this._rest();
    }

    _onKey(event) {
      if (event.key === " ") {
        event.preventDefault();
        this._togglePlay();
        return;
      }
      const name = event.target.dataset.handle;
      const day = name && this._dayByKey(event.key, this._range[name]);
      if (day === undefined || day === "") return;
      event.preventDefault();
      event.stopPropagation();
      this._pause();
      if (event.shiftKey) this._shift(day - this._range[name]);
      else this._move(name, day);
      clearTimeout(this._keyTimer);
      this._keyTimer = setTimeout(() => {
        this._keyTimer = 0;
        this._rest();
      }, KEY_REST_MILLISECONDS);
    }

    _dayByKey(key, day) {
      const { addMonths } = root.calendar;
      const days = {
        ArrowLeft: day - 1,
        ArrowDown: day - 1,
        ArrowRight: day + 1,
        ArrowUp: day + 1,
        PageDown: addMonths(day, -1),
        PageUp: addMonths(day, 1),
        Home: this._axis.first,
        End: this._axis.last,
      };
      return days[key];
    }

    _rest() {
      this._onRest(this._range.first, this._range.last);
    }

    /* ---- playing: the last day runs from the first day to the end of the axis ---- */

    _togglePlay() {
      if (this._playing) {
        this._pause();
        this._rest();
        return;
      }
      const { first, last } = this._range;
      if (last >= this._axis.last) this._set(first, first);
      this._playFrom = { day: this._range.last, time: performance.now() };
      this._showPlaying(true);
      this._playing = requestAnimationFrame((time) => this._playOn(time));
    }

    _playOn(time) {
      const days = (Math.max(0, time - this._playFrom.time) / PLAY_MILLISECONDS) * this._span();
      this._set(this._range.first, this._playFrom.day + days);
      if (this._range.last < this._axis.last) {
        this._playing = requestAnimationFrame((next) => this._playOn(next));
        return;
      }
      this._pause();
      this._rest();
    }

    _pause() {
      cancelAnimationFrame(this._playing);
      this._playing = 0;
      this._showPlaying(false);
    }

    _showPlaying(isPlaying) {
      this._button.textContent = isPlaying ? "❚❚" : "▶";
      this._button.setAttribute("aria-label", isPlaying ? "Pause" : "Play");
    }

    /* ---- showing ---- */

    _show() {
      const { first, last } = this._range;
      const start = (first - this._axis.first) / this._span();
      const end = (last + 1 - this._axis.first) / this._span();
      this._middle.style.left = `${100 * start}%`;
      this._middle.style.width = `${100 * (end - start)}%`;
      this._showHandle(this._handles.first, start, first, this._axis.first, last);
      this._showHandle(this._handles.last, end, last, first, this._axis.last);
      const { inWords } = root.calendar;
      this._words.textContent = first === last ? inWords(first) : `${inWords(first)} – ${inWords(last)}`;
      this._showCount();
      this._drawHistogram();
      this._showTicks();
    }

    _showHandle(handle, share, day, least, most) {
      handle.style.left = `${100 * share}%`;
      handle.setAttribute("aria-valuemin", least);
      handle.setAttribute("aria-valuemax", most);
      handle.setAttribute("aria-valuenow", day);
      handle.setAttribute("aria-valuetext", root.calendar.inWords(day));
    }

    _showCount() {
      if (!this._columns) return;
      const { all, placed } = this._columns.count(this._range.first, this._range.last);
      const missing = all - placed;
      this._count.textContent =
        `${all} ${all === 1 ? "launch" : "launches"}` + (missing ? `, ${missing} without a place on the map` : "");
      this._count.dataset.count = all;
    }

    /* Starts and bars of the periods; counted anew only when axis, width or launches have changed. */
    _periods() {
      const { periodStarts, fittingPeriod } = root.calendar;
      const { first, last } = this._axis;
      const period = fittingPeriod(BARS, this._span(), this._track.clientWidth, BAR_WIDTH);
      const key = `${first} ${last} ${period}`;
      if (this._periodKey !== key || this._periodColumns !== this._columns) {
        this._periodKey = key;
        this._periodColumns = this._columns;
        this._starts = periodStarts(first, last, period);
        this._bars = this._columns ? this._columns.histogram(this._starts) : [];
      }
      return { starts: this._starts, bars: this._bars };
    }

    _drawHistogram() {
      const canvas = this._histogram;
      const ratio = window.devicePixelRatio || 1;
      const width = Math.round(this._track.clientWidth * ratio);
      const height = Math.round(this._track.clientHeight * ratio);
      if (!width || !height) return;
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      const context = canvas.getContext("2d");
      context.clearRect(0, 0, width, height);
      const { starts, bars } = this._periods();
      const highest = Math.max(...bars, 1);
      const xOf = (day) => Math.max(0, ((day - this._axis.first) / this._span()) * width);
      for (let i = 0; i < bars.length; i++) {
        const isInRange = starts[i] <= this._range.last && starts[i + 1] > this._range.first;
        const barHeight = bars[i] ? Math.max(3 * ratio, (bars[i] / highest) * (height - 2)) : 0;
        const left = xOf(starts[i]);
        context.fillStyle = isInRange ? BAR_IN_RANGE : BAR;
        context.fillRect(left, height - barHeight, Math.max(1, xOf(starts[i + 1]) - left - ratio), barHeight);
      }
    }

    /* Months, quarters or years under the track, as many as fit. */
    _showTicks() {
      const { first, last } = this._axis;
      const width = this._track.clientWidth;
      const key = `${first} ${last} ${width}`;
      if (this._tickKey === key) return;
      this._tickKey = key;
      this._ticks.replaceChildren();
      const { periodStarts, fittingPeriod, tickInWords } = root.calendar;
      const period = fittingPeriod(TICKS, this._span(), width, TICK_WIDTH);
      const days = periodStarts(first, last, period).slice(0, -1).filter((day) => day >= first);
      const step = Math.ceil((days.length * TICK_WIDTH) / Math.max(width, TICK_WIDTH));
      days.forEach((day, i) => {
        if (i % step !== 0) return;
        const tick = element("span", "launch-time-tick");
        tick.textContent = tickInWords(day);
        tick.style.left = `${(100 * (day - first)) / this._span()}%`;
        this._ticks.append(tick);
      });
    }
  }

  root.TimeSlider = TimeSlider;
})((window.launchMap = window.launchMap || {}));
