/* Time inside the map: two handles and the window between them, launches over time behind, play and presets. */
(function (root) {
  "use strict";

  const REST_MILLISECONDS = 300; // after the last key
  const TICKS = ["month", "quarter", "year"];
  const TICK_WIDTH = 40;
  const TICK_ROOM = 28; // pixels left to the end of the axis
  const { element, select, setOptions, shield } = root.dom;

  class TimeSlider {
    /* `onChange(first, last)` is called at every movement, `onRest(first, last)` once when it is over. */
    constructor({ onChange, onRest }) {
      this._onChange = onChange;
      this._onRest = onRest;
      this._axis = { first: 0, last: 0 };
      this._window = { first: 0, last: 0 };
      this._columns = null;
      this._histogram = new root.TimeHistogram();
      this._player = new root.TimePlayer({
        read: () => ({ window: this._window, axis: this._axis }),
        onPlay: (window) => this._set(window),
        onEnd: () => this._rest(),
      });
      this._buildBar();
      this._buildTrack();
      this.node = element("div", "launch-time", { "data-testid": "time-slider", role: "group", "aria-label": "Dates shown" });
      this.node.append(this._bar, this._track, this._ticks);
      shield(this.node);
      new ResizeObserver(() => this._show()).observe(this._track);
    }

    get range() {
      return { ...this._window };
    }

    /* True while a handle is held, or played, or a key has just been pressed. */
    get isMoving() {
      return Boolean(this._drag || this._player.isPlaying || this._restTimer);
    }

    setColumns(columns) {
      this._columns = columns;
      this._showPresets();
      this._show();
    }

    setAxis(first, last) {
      if (this._axis.first === first && this._axis.last === last) return;
      this._axis = { first, last: Math.max(first, last) };
      this._showPresets();
      this._set(this._window);
    }

    setRange(first, last) {
      this._set({ first, last });
    }

    _buildBar() {
      this._bar = element("div", "launch-time-bar");
      this._words = element("span", "launch-time-words", { "data-testid": "range-words" });
      this._count = element("span", "launch-time-count", { "data-testid": "in-range-count", role: "status" });
      this._preset = select("launch-time-select launch-time-preset", "Dates to show", "slider-preset", [["", "Dates"]]);
      this._preset.addEventListener("change", () => this._choosePreset());
      this._bar.append(this._player.node, this._words, this._count, this._preset);
    }

    _buildTrack() {
      this._track = element("div", "launch-time-track", { "data-testid": "slider-track" });
      this._shades = [element("div", "launch-time-shade"), element("div", "launch-time-shade")];
      this._handles = {
        middle: this._handle("middle", "All dates shown, moved together"),
        first: this._handle("first", "First day"),
        last: this._handle("last", "Last day"),
      };
      this._ticks = element("div", "launch-time-ticks", { "aria-hidden": "true" });
      this._track.append(this._histogram.node, ...this._shades, ...Object.values(this._handles));
      this._track.addEventListener("pointerdown", (event) => this._startDrag(event));
      this._track.addEventListener("pointermove", (event) => this._dragTo(event));
      this._track.addEventListener("keydown", (event) => this._onKey(event));
      for (const end of ["pointerup", "pointercancel"]) this._track.addEventListener(end, () => this._endDrag());
    }

    _handle(name, label) {
      return element("div", `launch-time-${name === "middle" ? "" : "handle launch-time-"}${name}`, {
        role: "slider",
        tabindex: "0",
        "aria-label": label,
        "aria-orientation": "horizontal",
        "data-handle": name,
        "data-testid": `slider-${name}`,
      });
    }

    /* ---- moving ---- */

    _set(window) {
      this._window = root.timeWindow.clamped(window, this._axis);
      this._show();
      this._onChange(this._window.first, this._window.last);
    }

    _move(name, day) {
      this._set(root.timeWindow.moved(this._window, name, day, this._axis));
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
      this._player.pause();
      const day = this._dayAt(event.clientX);
      const { first, last } = this._window;
      let name = event.target.dataset.handle || "";
      if (!name) {
        name = Math.abs(day - first) < Math.abs(day - last) ? "first" : "last";
        this._move(name, name === "last" ? day - 1 : day);
      }
      this._drag = { name, from: day, ...this._window };
      this._handles[name].focus();
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
        this._player.toggle();
        return;
      }
      const name = event.target.dataset.handle;
      if (!name) return;
      const from = this._window[name === "last" ? "last" : "first"];
      const day = root.timeWindow.dayByKey(event.key, from, this._axis);
      if (day === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this._player.pause();
      if (event.shiftKey || name === "middle") this._set(root.timeWindow.shifted(this._window, day - from, this._axis));
      else this._move(name, day);
      this._restSoon();
    }

    _choosePreset() {
      const chosen = this._presets.find((preset) => preset.id === this._preset.value);
      if (!chosen) return;
      this._player.pause();
      this._set(chosen);
      this._restSoon();
    }

    _restSoon() {
      clearTimeout(this._restTimer);
      this._restTimer = setTimeout(() => this._rest(), REST_MILLISECONDS);
    }

    _rest() {
      clearTimeout(this._restTimer);
      this._restTimer = 0;
      this._show();
      this._onRest(this._window.first, this._window.last);
    }

    /* ---- showing ---- */

    _show() {
      const { first, last } = this._window;
      const start = (100 * (first - this._axis.first)) / this._span();
      const end = (100 * (last + 1 - this._axis.first)) / this._span();
      const { middle } = this._handles;
      middle.style.left = `${start}%`;
      middle.style.width = `${end - start}%`;
      this._shades[0].style.width = `${start}%`;
      this._shades[1].style.left = `${end}%`;
      const words = root.calendar.rangeInWords(first, last);
      const { inWords } = root.calendar;
      this._showHandle("first", start, [this._axis.first, last, first], inWords(first));
      this._showHandle("last", end, [first, this._axis.last, last], inWords(last));
      this._showHandle("middle", start, [this._axis.first, this._axis.last - (last - first), first], words);
      this._words.textContent = words;
      this._showCount();
      this._showPreset();
      this._histogram.show(this._columns, this._axis);
      this._showTicks();
    }

    _showHandle(name, left, [least, most, now], words) {
      const handle = this._handles[name];
      handle.style.left = `${left}%`;
      handle.setAttribute("aria-valuemin", least);
      handle.setAttribute("aria-valuemax", most);
      handle.setAttribute("aria-valuenow", now);
      handle.setAttribute("aria-valuetext", words);
    }

    /* A screen reader is told the count when it rests, not at every step. */
    _showCount() {
      if (!this._columns) return;
      const { all, placed } = this._columns.count(this._window.first, this._window.last);
      const missing = all - placed;
      this._count.setAttribute("aria-live", this.isMoving ? "off" : "polite");
      this._count.textContent =
        `${all} ${all === 1 ? "launch" : "launches"}` + (missing ? `, ${missing} without a place on the map` : "");
      this._count.dataset.count = all;
    }

    _showPresets() {
      const lastDay = this._columns && this._columns.length ? this._columns.lastDay : this._axis.last;
      this._presets = root.timePresets.presets(root.calendar.today(), this._axis, lastDay);
      setOptions(this._preset, [["", "Choose dates"], ...this._presets.map(({ id, label }) => [id, label])]);
    }

    _showPreset() {
      const { first, last } = this._window;
      const same = (this._presets || []).find((preset) => preset.first === first && preset.last === last);
      const value = same ? same.id : "";
      if (this._preset.value !== value) this._preset.value = value;
    }

    /* Months, quarters or years under the track, as many as fit. */
    _showTicks() {
      const { first, last } = this._axis;
      const width = this._track.clientWidth;
      const key = `${first} ${last} ${width}`;
      if (this._tickKey === key) return;
      this._tickKey = key;
      const { periodStarts, fittingPeriod, tickInWords } = root.calendar;
      const period = fittingPeriod(TICKS, this._span(), width, TICK_WIDTH);
      const days = periodStarts(first, last, period).slice(0, -1).filter((day) => day >= first);
      const step = Math.ceil((days.length * TICK_WIDTH) / Math.max(width, TICK_WIDTH));
      const share = (day) => (day - first) / this._span();
      const shown = days.filter((day, i) => i % step === 0 && (1 - share(day)) * width >= TICK_ROOM);
      this._ticks.replaceChildren(...shown.map((day) => element("span", "launch-time-tick", {}, tickInWords(day))));
      shown.forEach((day, i) => {
        this._ticks.children[i].style.left = `${100 * share(day)}%`;
      });
    }
  }

  root.TimeSlider = TimeSlider;
})((window.launchMap = window.launchMap || {}));
