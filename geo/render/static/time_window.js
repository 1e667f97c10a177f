/* A window of days {first, last} on an axis of days {first, last}, all included. Pure: a new window comes back. */
(function (root) {
  "use strict";

  const SMALLEST_MOVING = 365; // days; a window that fills the axis could not move

  function clamped({ first, last }, axis) {
    const low = Math.min(Math.max(Math.round(first), axis.first), axis.last);
    return { first: low, last: Math.min(Math.max(Math.round(last), low), axis.last) };
  }

  /* Moves the window as a whole; it keeps its length and stops at the ends of the axis. */
  function shifted({ first, last }, days, axis) {
    const kept = Math.max(axis.first - first, Math.min(axis.last - last, Math.round(days)));
    return { first: first + kept, last: last + kept };
  }

  /* Moves one end, which stops at the other, or the whole ("middle") so that it begins at `day`. */
  function moved(window, end, day, axis) {
    const { first, last } = window;
    if (end === "first") return clamped({ first: Math.min(day, last), last }, axis);
    if (end === "last") return clamped({ first, last: Math.max(day, first) }, axis);
    return shifted(window, day - first, axis);
  }

  /* Where a key takes a day; undefined for a key that moves nothing. */
  function dayByKey(key, day, axis) {
    const { addMonths } = root.calendar;
    const days = {
      ArrowLeft: day - 1,
      ArrowDown: day - 1,
      ArrowRight: day + 1,
      ArrowUp: day + 1,
      PageDown: addMonths(day, -1),
      PageUp: addMonths(day, 1),
      Home: axis.first,
      End: axis.last,
    };
    return days[key];
  }

  /* Where playing begins: from the start again when the end has been reached, and with room to move. */
  function playStart(window, axis, isCumulative) {
    if (isCumulative) return window.last < axis.last ? window : { first: window.first, last: window.first };
    const length = Math.min(window.last - window.first, Math.max(0, axis.last - axis.first - 1), fitting(window, axis));
    const first = window.last < axis.last ? window.first : axis.first;
    return clamped({ first, last: first + length }, axis);
  }

  function fitting({ first, last }, axis) {
    return first === axis.first && last === axis.last ? SMALLEST_MOVING - 1 : Infinity;
  }

  /* The window after `days` of playing: the last day runs on alone (cumulative), or the window moves. */
  function played(start, days, axis, isCumulative) {
    const window = isCumulative
      ? clamped({ first: start.first, last: start.last + days }, axis)
      : shifted(start, days, axis);
    return { window, isOver: window.last >= axis.last };
  }

  root.timeWindow = { clamped, shifted, moved, dayByKey, playStart, played };
})((window.launchMap = window.launchMap || {}));
