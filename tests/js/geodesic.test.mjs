import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, plain } from "./load.mjs";

const { geodesic, claimedRange, mapView } = load(["geodesic.js", "claimed_range.js", "map_view.js"]);
const DEGREE_M = (geodesic.EARTH_RADIUS_M * Math.PI) / 180;
const SEAS = new Map(
  JSON.parse(readFileSync(new URL("../../data/basemap/seas.geojson", import.meta.url), "utf8")).features.map(
    (feature) => [feature.id, feature.geometry.coordinates],
  ),
);
const SINPO = { latitude: 40.03, longitude: 128.18 };
const SUNAN = { latitude: 39.22, longitude: 125.67 };
const close = (found, wanted, within = 0.01) => assert.ok(Math.abs(found - wanted) < within, `${found} is not ${wanted}`);

test("a degree along the equator and along a meridian", () => {
  close(geodesic.destination(0, 10, 90, DEGREE_M).longitude, 11);
  close(geodesic.destination(50, 10, 0, DEGREE_M).latitude, 51);
});

test("destination and bearing agree, also across the antimeridian", () => {
  for (const [latitude, longitude, bearing, kilometres] of [[39, 127, 75, 450], [52, 178, 60, 900], [-10, -179, 250, 3000]]) {
    const end = geodesic.destination(latitude, longitude, bearing, kilometres * 1000);
    close(geodesic.bearing({ latitude, longitude }, end), bearing);
  }
});

const inside = (latitude, longitude, sea) => geodesic.isInside({ latitude, longitude }, SEAS.get(sea));

test("which point lies in which sea", () => {
  assert.equal(inside(40, 133, "SEA_OF_JAPAN"), true);
  assert.equal(inside(36, 128, "SEA_OF_JAPAN"), false); // land of South Korea
  assert.equal(inside(36, 123, "YELLOW_SEA"), true);
  assert.equal(inside(40, 160, "PACIFIC"), true);
  assert.equal(inside(40, -160, "PACIFIC"), true); // beyond the antimeridian
  assert.equal(inside(40, 200, "PACIFIC"), true); // the same meridian, counted on
  assert.equal(inside(40, 133, "PACIFIC"), false);
  assert.equal(inside(40, 30, "PACIFIC"), false); // Anatolia, half the globe from its middle
  assert.equal(inside(40, -30, "PACIFIC"), false); // the Atlantic
});

test("an arc lies on the side of the sea named", () => {
  const arcs = plain(geodesic.arcsTowards(SINPO, 450_000, SEAS.get("SEA_OF_JAPAN")));
  assert.equal(arcs.length, 1);
  assert.ok(arcs[0].from > 30 && arcs[0].to < 180, JSON.stringify(arcs));
  const west = plain(geodesic.arcsTowards(SUNAN, 150_000, SEAS.get("YELLOW_SEA")));
  assert.ok(west.every(({ from, to }) => from > 150 && to < 340), JSON.stringify(west));
});

test("800 km from Sunan towards the East Sea ends in that sea", () => {
  const arcs = plain(geodesic.arcsTowards(SUNAN, 800_000, SEAS.get("SEA_OF_JAPAN")));
  assert.ok(arcs.length > 0 && arcs.every(({ from, to }) => from > 0 && to < 180), JSON.stringify(arcs));
  for (const arc of arcs) {
    for (const { latitude, longitude } of geodesic.arcPoints(SUNAN, 800_000, arc)) {
      assert.equal(inside(latitude, longitude, "SEA_OF_JAPAN"), true, `${latitude} ${longitude}`);
    }
  }
});

test("a distance that ends before the sea still points towards it", () => {
  const [arc] = plain(geodesic.arcsTowards(SUNAN, 30_000, SEAS.get("SEA_OF_JAPAN")));
  assert.ok(arc.from > 0 && arc.to < 180 && arc.to - arc.from > 45, JSON.stringify(arc));
});

test("around a place that lies in the sea itself the whole circle is its side", () => {
  const ring = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]];
  assert.deepEqual(plain(geodesic.sector({ latitude: 0, longitude: 0 }, [ring])), { from: 0, to: 360 });
});

test("runs of flags go around the end", () => {
  const flags = [true, true, false, false, true, false, true];
  assert.deepEqual(plain(geodesic.runs(flags)), [{ from: 4, to: 4 }, { from: 6, to: 8 }]);
  assert.deepEqual(plain(geodesic.runs([true, true])), [{ from: 0, to: 2 }]);
  assert.deepEqual(plain(geodesic.runs([false])), []);
});

test("every point of an arc is as far away as claimed", () => {
  for (const point of geodesic.arcPoints(SINPO, 4_500_000, { from: 40, to: 130 })) {
    const back = geodesic.bearing(point, SINPO);
    const home = geodesic.destination(point.latitude, point.longitude, back, 4_500_000);
    close(home.latitude, SINPO.latitude);
    close(home.longitude, SINPO.longitude);
  }
});

test("claimed ranges in words, and the circles they ask for", () => {
  for (const [lower, upper, words, distances] of [
    [450_000, 450_000, "450 km, computed", [450_000]],
    [430_000, 450_000, "430–450 km, computed", [430_000, 450_000]],
    [0, 250_000, "up to 250 km, computed", [250_000]],
    [4_500_000, null, "at least 4,500 km, computed", [4_500_000]],
    [402_336, 402_336, "402 km, computed", [402_336]],
  ]) {
    assert.equal(claimedRange.inWords({ lower, upper }), words);
    assert.deepEqual(plain(claimedRange.distances({ lower, upper })), distances);
  }
});

test("a view is the same after its journey, east and west of the date line", () => {
  for (const view of [[385_000, 1_325_000, 525], [0, -1_790_000, 300], [-100_000, -299_999, 200]]) {
    const { centre, zoom } = plain(mapView.fromNumbers(view));
    assert.deepEqual(plain(mapView.toNumbers({ lat: centre[0], lng: centre[1] }, zoom)), view);
  }
  assert.deepEqual(plain(mapView.fromNumbers([0, -1_790_000, 300])).centre, [0, 181]); // the Pacific in the middle
});
