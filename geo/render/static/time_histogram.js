/* Launches over time behind the slider: stacked bars in the colours of the classes, and bars in time for launches
   known only to a span of days. Drawn when axis, width or launches change, not while the window moves. */
(function (root) {
  "use strict";

  const PERIODS = ["day", "week", "month", "quarter", "year"];
  const BAR_WIDTH = 2; // pixels, the least
  const LANE = 3; // pixels of a bar in time
  const MOST_LANES = 4;
  const LEAST_HEIGHT = 2; // pixels of a bar of one launch

  /* Lane of each span so that none covers another; beyond the last lane they share it. */
  function lanes(spans) {
    const ends = [];
    return spans.map(({ first, last }) => {
      let lane = ends.findIndex((end) => end < first);
      if (lane < 0) lane = Math.min(ends.length, MOST_LANES - 1);
      ends[lane] = Math.max(last, ends[lane] ?? -Infinity);
      return lane;
    });
  }

  class TimeHistogram {
    constructor() {
      this.node = root.dom.element("canvas", "launch-time-histogram", { "aria-hidden": "true" });
      this._key = "";
    }

    show(columns, axis) {
      const ratio = window.devicePixelRatio || 1;
      const width = Math.round(this.node.clientWidth * ratio);
      const height = Math.round(this.node.clientHeight * ratio);
      const key = `${axis.first} ${axis.last} ${width} ${height}`;
      if (!columns || !width || !height || (key === this._key && columns === this._columns)) return;
      this._key = key;
      this._columns = columns;
      Object.assign(this.node, { width, height });
      this._draw(columns, axis, ratio);
    }

    _draw(columns, axis, ratio) {
      const { width } = this.node;
      const days = axis.last - axis.first + 1;
      const period = root.calendar.fittingPeriod(PERIODS, days, width / ratio, BAR_WIDTH);
      this.node.dataset.period = period;
      const starts = root.calendar.periodStarts(axis.first, axis.last, period);
      const found = columns.histogram(starts);
      const xOf = (day) => Math.min(width, Math.max(0, ((day - axis.first) / days) * width));
      this._drawBars(columns, found, starts, xOf, ratio);
      this._drawSpans(columns, found.spans, xOf, ratio);
    }

    _drawBars(columns, { bars, classes }, starts, xOf, ratio) {
      const context = this.node.getContext("2d");
      const { height } = this.node;
      const totals = starts.slice(1).map((_, period) => sum(bars, period * classes, classes));
      const highest = Math.max(...totals, 1);
      const scale = (height - LANE * ratio) / highest;
      for (let period = 0; period < totals.length; period++) {
        const left = Math.round(xOf(starts[period]));
        const wide = Math.max(1, Math.round(xOf(starts[period + 1])) - left - (ratio > 1 ? 2 : 1));
        let top = height;
        for (let which = 0; which < classes; which++) {
          const count = bars[period * classes + which];
          if (!count) continue;
          const tall = Math.max(LEAST_HEIGHT * ratio, Math.round(count * scale));
          top -= tall;
          context.fillStyle = columns.legend[which].colour;
          context.fillRect(left, top, wide, tall);
        }
      }
    }

    _drawSpans(columns, spans, xOf, ratio) {
      const context = this.node.getContext("2d");
      const bounds = spans.map((launch) => ({ first: columns.first[launch], last: columns.last[launch] }));
      const laneOf = lanes(bounds);
      context.globalAlpha = 0.75;
      spans.forEach((launch, i) => {
        const left = xOf(bounds[i].first);
        const wide = Math.max(2 * ratio, xOf(bounds[i].last + 1) - left);
        context.fillStyle = columns.legend[columns.symbolClass[launch]].colour;
        context.fillRect(left, laneOf[i] * (LANE + 1) * ratio, wide, (LANE - 1) * ratio);
      });
      context.globalAlpha = 1;
    }
  }

  function sum(values, from, count) {
    let total = 0;
    for (let i = from; i < from + count; i++) total += values[i];
    return total;
  }

  root.TimeHistogram = TimeHistogram;
  root.lanes = lanes;
})((window.launchMap = window.launchMap || {}));
