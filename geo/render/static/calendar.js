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

  /* First days of the periods of `months` months (1 or 12) that meet first..last, and one more after them. */
  function periodStarts(first, last, months) {
    const date = dateOf(first);
    let start = dayOf(date.getUTCFullYear(), months === 12 ? 0 : date.getUTCMonth(), 1);
    const starts = [start];
    while (start <= last) {
      start = addMonths(start, months);
      starts.push(start);
    }
    return starts;
  }

  root.calendar = { dateOf, dayOf, inWords, addMonths, periodStarts };
})((window.launchMap = window.launchMap || {}));
