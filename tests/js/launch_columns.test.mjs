import assert from "node:assert/strict";
import { test } from "node:test";
import { day, load, plain } from "./load.mjs";

const root = load(["calendar.js", "launch_columns.js"]);
const LEGEND = [
  { label: "short-range ballistic", colour: "#0072B2", shape: "circle" },
  { label: "cruise", colour: "#56B4E9", shape: "chevron" },
];

/* Rows of [first, last, class, place, missile]; each launch stands at one point. */
function columns(rows, extra = {}) {
  const each = (pick) => rows.map(pick);
  return new root.LaunchColumns({
    ids: each((_, i) => `ev${i}`),
    first: each((row) => day(row[0])),
    last: each((row) => day(row[1])),
    symbol_class: each((row) => row[2]),
    size: each(() => 1),
    contradictory: each(() => 0),
    mark_start: [0, ...each((_, i) => i + 1)],
    latitude: each(() => 400_000),
    longitude: each(() => 1_280_000),
    radius: each(() => 5000),
    area: each(() => -1),
    areas: [],
    place: each((row) => row[3] ?? -1),
    places: ["Sinpo"],
    missile: each((row) => row[4] ?? -1),
    missiles: ["Hwasong-12"],
    ranged: [],
    range_start: [0],
    range_lower: [],
    range_upper: [],
    range_sea: [],
    seas: [],
    legend: LEGEND,
    attribution: "",
    ...extra,
  });
}

const STARTS = ["2021-01-01", "2021-02-01", "2021-03-01", "2021-04-01"].map(day);

test("bars are stacked by class, and a launch known to its month is of that month", () => {
  const { bars, spans } = columns([
    ["2021-01-05", "2021-01-05", 0],
    ["2021-01-09", "2021-01-09", 1],
    ["2021-02-01", "2021-02-28", 1],
    ["2021-03-31", "2021-03-31", 0],
  ]).histogram(STARTS);
  assert.deepEqual([...bars], [1, 1, 0, 1, 1, 0]);
  assert.deepEqual(plain(spans), []);
});

test("what is known only to a longer span is a bar in time, in no month", () => {
  const { bars, spans } = columns([
    ["2021-01-01", "2021-12-31", 0],
    ["2021-01-31", "2021-02-01", 1],
    ["2021-02-07", "2021-02-07", 0],
  ]).histogram(STARTS);
  assert.deepEqual([...bars], [0, 0, 1, 0, 0, 0]);
  assert.deepEqual(plain(spans), [0, 1]);
});

test("and it is in range whenever it may be", () => {
  const year = columns([["2021-01-01", "2021-12-31", 0]]);
  for (const [first, last, all] of [
    ["2021-06-01", "2021-06-01", 1],
    ["2020-12-01", "2021-01-01", 1],
    ["2021-12-31", "2022-05-01", 1],
    ["2020-01-01", "2020-12-31", 0],
    ["2022-01-01", "2022-12-31", 0],
  ]) {
    assert.equal(year.count(day(first), day(last)).all, all, `${first} to ${last}`);
  }
});

test("names are those of our lists; without one the class stands for the missile", () => {
  const found = columns([
    ["2021-01-05", "2021-01-05", 0, 0, 0],
    ["2021-02-01", "2021-02-28", 1],
  ]);
  assert.deepEqual([found.placeOf(0), found.missileOf(0)], ["Sinpo", "Hwasong-12"]);
  assert.deepEqual([found.placeOf(1), found.missileOf(1)], ["", "cruise"]);
  assert.equal(found.daysInWords(1), "between 1 Feb 2021 and 28 Feb 2021");
});

test("claimed ranges belong to their launch", () => {
  const found = columns([["2021-01-05", "2021-01-05", 0], ["2021-01-06", "2021-01-06", 0]], {
    ranged: [1],
    range_start: [0, 2],
    range_lower: [430_000, 1_000_000],
    range_upper: [450_000, -1],
    range_sea: [0, -1],
    seas: ["SEA_OF_JAPAN"],
  });
  assert.deepEqual(plain(found.rangesOf(0)), []);
  assert.deepEqual(plain(found.rangesOf(1)), [
    { lower: 430_000, upper: 450_000, sea: "SEA_OF_JAPAN" },
    { lower: 1_000_000, upper: null, sea: "" },
  ]);
});
