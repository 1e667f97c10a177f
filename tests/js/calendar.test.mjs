import assert from "node:assert/strict";
import { test } from "node:test";
import { day, load, plain } from "./load.mjs";

const { calendar, timePresets } = load(["calendar.js", "time_window.js", "time_presets.js"]);
const AXIS = { first: day("1984-01-01"), last: day("2026-12-31") };

test("days in words, before and after the epoch", () => {
  assert.equal(calendar.inWords(day("2021-10-19")), "19 Oct 2021");
  assert.equal(calendar.inWords(day("1969-12-31")), "31 Dec 1969");
  assert.equal(calendar.rangeInWords(day("2021-10-19"), day("2021-10-19")), "19 Oct 2021");
  assert.equal(calendar.rangeInWords(day("2021-01-01"), day("2021-12-31")), "1 Jan 2021 – 31 Dec 2021");
});

test("a month added keeps the day, or takes the month's last", () => {
  for (const [from, months, to] of [
    ["2021-10-19", 1, "2021-11-19"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2020-03-31", -1, "2020-02-29"],
    ["2020-12-31", 12, "2021-12-31"],
  ]) {
    assert.equal(calendar.addMonths(day(from), months), day(to), `${from} and ${months} months`);
  }
});

test("bars are as fine as the width allows, and no finer", () => {
  const periods = ["day", "month", "year"];
  assert.equal(calendar.fittingPeriod(periods, 31, 600, 2), "day");
  assert.equal(calendar.fittingPeriod(periods, 730, 600, 2), "month");
  assert.equal(calendar.fittingPeriod(periods, 15_700, 600, 2), "year");
});

const presets = (today, lastLaunch) => plain(timePresets.presets(day(today), AXIS, day(lastLaunch)));
const named = (found, id) => found.find((preset) => preset.id === id);

test("this year and the last twelve months are those of the viewer's clock", () => {
  const found = presets("2026-11-22", "2026-10-03");
  assert.deepEqual(found.map((preset) => preset.id), ["all", "year", "months", "2022", "moratorium"]);
  assert.equal(named(found, "year").label, "This year (2026)");
  assert.deepEqual([named(found, "year").first, named(found, "year").last], [day("2026-01-01"), day("2026-12-31")]);
  assert.deepEqual([named(found, "months").first, named(found, "months").last], [day("2025-11-23"), day("2026-11-22")]);
});

test("a record that ended long ago offers its own last twelve months, and no empty year", () => {
  const found = presets("2031-02-01", "2026-10-03");
  assert.equal(named(found, "year"), undefined);
  assert.equal(named(found, "months"), undefined);
  assert.deepEqual([named(found, "record").first, named(found, "record").last], [day("2025-10-04"), day("2026-10-03")]);
});

test("the moratorium begins with the day announced for it", () => {
  const { first, last } = named(presets("2026-11-22", "2026-10-03"), "moratorium");
  assert.deepEqual([first, last], [day("2018-04-21"), day("2018-12-31")]);
});
