import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const { lanes, overlays, themes, Outbox } = load(["themes.js", "time_histogram.js", "overlays.js", "outbox.js"]);

test("bars in time do not cover each other while there are lanes", () => {
  const spans = [
    { first: 0, last: 10 },
    { first: 5, last: 15 },
    { first: 11, last: 20 },
    { first: 16, last: 30 },
  ];
  assert.deepEqual(plain(lanes(spans)), [0, 1, 0, 1]);
  assert.equal(Math.max(...lanes(Array.from({ length: 20 }, () => ({ first: 0, last: 9 })))), 3);
});

test("the graticule is named east and west, north and south", () => {
  assert.deepEqual([130, 190, -30, 180, 0].map(overlays.meridianInWords), ["130°E", "170°W", "30°W", "180°", "0°"]);
  assert.deepEqual([40, -10, 0].map(overlays.parallelInWords), ["40°N", "10°S", "0°"]);
  assert.ok(overlays.stepAt(3) > overlays.stepAt(6));
});

/* Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(one, other) {
  const luminance = (colour) => {
    const parts = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255);
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test("lettering can be read in both themes", () => {
  for (const name of themes.names) {
    const { label, land, seaLabel, sea, quiet, ink } = themes.of(name);
    for (const [text, ground] of [[label, land], [seaLabel, sea], [quiet, land], [quiet, sea], [ink, sea]]) {
      assert.ok(contrast(text, ground) >= 4.5, `${name}: ${text} on ${ground} has ${contrast(text, ground).toFixed(2)}`);
    }
  }
});

test("an unknown theme is the light one", () => {
  themes.use("dark");
  assert.equal(themes.colours, themes.of("dark"));
  themes.use("sepia");
  assert.equal(themes.colours, themes.of("light"));
});

test("each telling has a larger number, also of the same thing", () => {
  const sent = [];
  const box = new Outbox((message) => sent.push(message));
  box.tell("event", { event_id: "kp-1" });
  box.tell("event", { event_id: "kp-1" });
  box.tell("view", { view: [1, 2, 300] });
  assert.ok(sent[1].event_n > sent[0].event_n);
  assert.equal(sent[2].event_n, sent[1].event_n);
  assert.deepEqual(plain(sent[2].view), [1, 2, 300]);
  assert.equal(box.isAhead("event", sent[0].event_n), true);
  assert.equal(box.isAhead("event", sent[1].event_n), false);
  assert.equal(box.isAhead("layers", 0), false);
});
