/* Ranges of dates with a name. "This year" is that of the viewer's clock, and empty when the record ends before it. */
(function (root) {
  "use strict";

  const { dayOf, addMonths, yearOf } = root.calendar;

  /* The moratorium announced on 20 April 2018 held "from April 21" (KCNA, 21 April 2018); shown to the end of that year. */
  const MORATORIUM = { first: dayOf(2018, 3, 21), last: dayOf(2018, 11, 31) };

  /* Presets that meet the axis, each {id, label, first, last}; `lastLaunch` is the last day of the record. */
  function presets(today, axis, lastLaunch) {
    const year = yearOf(today);
    const ofYear = (which) => ({ first: dayOf(which, 0, 1), last: dayOf(which, 11, 31) });
    const found = [
      { id: "all", label: "All dates", ...axis },
      { id: "year", label: `This year (${year})`, ...ofYear(year) },
      { id: "months", label: "Last 12 months", first: addMonths(today, -12) + 1, last: today },
      { id: "record", label: "Last 12 months on record", first: addMonths(lastLaunch, -12) + 1, last: lastLaunch },
      { id: "2022", label: "2022", ...ofYear(2022) },
      { id: "moratorium", label: "Moratorium of 2018", ...MORATORIUM },
    ];
    return found
      .filter((preset) => preset.first <= axis.last && preset.last >= axis.first)
      .filter((preset) => preset.id !== "record" || lastLaunch < addMonths(today, -12))
      .map((preset) => ({ ...preset, ...root.timeWindow.clamped(preset, axis) }));
  }

  root.timePresets = { presets };
})((window.launchMap = window.launchMap || {}));
