/* Days as numbers: whole days since 1970-01-01, proleptic Gregorian, no time zone. */
(function (root) {
  "use strict";

  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const MILLISECONDS = 86400000;

  function dateOf(day) {
    return new Date(day * MILLISECONDS);
  }

  function dayOf(year, month, dayOfMonth) {
    return Math.round(Date.UTC(year, month, dayOfMonth) / MILLISECONDS);
  }

  function inWords(day) {
    const date = dateOf(day);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  }

  /* The same day of another month; the last day of that month where it has no such day. */
  function addMonths(day, months) {
    const date = dateOf(day);
    const monthIndex = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
    const year = Math.floor(monthIndex / 12);
    const month = monthIndex - year * 12;
    return Math.min(dayOf(year, month, date.getUTCDate()), dayOf(year, month + 1, 0));
  }

  const PERIODS = {
    day: { days: 1, start: (date) => [date.getUTCMonth(), date.getUTCDate()], next: (day) => day + 1 },
    week: {
      days: 7, // Monday to Sunday
      start: (date) => [date.getUTCMonth(), date.getUTCDate() - ((date.getUTCDay() + 6) % 7)],
      next: (day) => day + 7,
    },
    month: { days: 30.4, start: (date) => [date.getUTCMonth(), 1], next: (day) => addMonths(day, 1) },
    quarter: { days: 91.3, start: (date) => [3 * Math.floor(date.getUTCMonth() / 3), 1], next: (day) => addMonths(day, 3) },
    year: { days: 365.25, start: () => [0, 1], next: (day) => addMonths(day, 12) },
  };

  /* First days of the periods that meet first..last, and of the one after them. */
  function periodStarts(first, last, period) {
    const date = dateOf(first);
    const starts = [dayOf(date.getUTCFullYear(), ...PERIODS[period].start(date))];
    while (starts[starts.length - 1] <= last) starts.push(PERIODS[period].next(starts[starts.length - 1]));
    return starts;
  }

  /* The shortest of `periods` that is at least `width` pixels wide where `days` days take `pixels`; else the longest. */
  function fittingPeriod(periods, days, pixels, width) {
    const fitting = periods.find((period) => (PERIODS[period].days / days) * pixels >= width);
    return fitting || periods[periods.length - 1];
  }

  function isStartOfYear(day) {
    const date = dateOf(day);
    return date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  }

  function yearOf(day) {
    return dateOf(day).getUTCFullYear();
  }

  /* The day it is for whoever looks, by the clock and zone of the browser. */
  function today() {
    const now = new Date();
    return dayOf(now.getFullYear(), now.getMonth(), now.getDate());
  }

  function rangeInWords(first, last) {
    return first === last ? inWords(first) : `${inWords(first)} – ${inWords(last)}`;
  }

  /* A mark on a time axis: the year at its beginning, the month elsewhere. */
  function tickInWords(day) {
    return isStartOfYear(day) ? `${dateOf(day).getUTCFullYear()}` : MONTHS[dateOf(day).getUTCMonth()];
  }

  root.calendar = { dayOf, yearOf, today, inWords, rangeInWords, addMonths, periodStarts, fittingPeriod, tickInWords };
})((window.launchMap = window.launchMap || {}));
