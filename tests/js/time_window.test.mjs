import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const { timeWindow } = load(["calendar.js", "time_window.js"]);
const AXIS = { first: 0, last: 999 };
const moved = (...parts) => plain(timeWindow.moved(...parts, AXIS));

test("an end stops at the other end and at the axis", () => {
  assert.deepEqual(moved({ first: 10, last: 20 }, "first", 50), { first: 20, last: 20 });
  assert.deepEqual(moved({ first: 10, last: 20 }, "last", 5), { first: 10, last: 10 });
  assert.deepEqual(moved({ first: 10, last: 20 }, "last", 5000), { first: 10, last: 999 });
  assert.deepEqual(moved({ first: 10, last: 20 }, "first", -7), { first: 0, last: 20 });
});

test("the middle keeps its length", () => {
  assert.deepEqual(moved({ first: 10, last: 20 }, "middle", 100), { first: 100, last: 110 });
  assert.deepEqual(moved({ first: 10, last: 20 }, "middle", 5000), { first: 989, last: 999 });
  assert.deepEqual(moved({ first: 10, last: 20 }, "middle", -50), { first: 0, last: 10 });
});

test("keys", () => {
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "x"];
  const days = keys.map((key) => timeWindow.dayByKey(key, 100, AXIS));
  assert.deepEqual(days, [99, 101, 101, 99, 130, 69, 0, 999, undefined]); // day 100 is 11 April 1970
});

test("cumulative play lets the last day run on; at the end it starts again from the first day", () => {
  const window = { first: 100, last: 200 };
  assert.deepEqual(plain(timeWindow.playStart(window, AXIS, true)), window);
  assert.deepEqual(plain(timeWindow.playStart({ first: 100, last: 999 }, AXIS, true)), { first: 100, last: 100 });
  assert.deepEqual(plain(timeWindow.played(window, 30.4, AXIS, true)), { window: { first: 100, last: 230 }, isOver: false });
  assert.deepEqual(plain(timeWindow.played(window, 5000, AXIS, true)), { window: { first: 100, last: 999 }, isOver: true });
});

test("a moving window keeps its length, and one that fills the axis becomes a year", () => {
  const window = { first: 100, last: 200 };
  assert.deepEqual(plain(timeWindow.played(window, 30, AXIS, false)), { window: { first: 130, last: 230 }, isOver: false });
  assert.deepEqual(plain(timeWindow.played(window, 5000, AXIS, false)), { window: { first: 899, last: 999 }, isOver: true });
  assert.deepEqual(plain(timeWindow.playStart({ first: 899, last: 999 }, AXIS, false)), { first: 0, last: 100 });
  assert.deepEqual(plain(timeWindow.playStart(AXIS, AXIS, false)), { first: 0, last: 364 });
});

test("an axis of one day has nowhere to go", () => {
  const single = { first: 5, last: 5 };
  assert.deepEqual(plain(timeWindow.playStart(single, single, false)), single);
  assert.equal(timeWindow.played(single, 1, single, true).isOver, true);
});
