/* Directions and distances on the sphere; degrees and metres. Formulae: great-circle navigation, IUGG mean radius. */
(function (root) {
  "use strict";

  const EARTH_RADIUS_M = 6371008.8;
  const RADIANS = Math.PI / 180;
  const WHOLE = 360;

  /* The point `metres` away in direction `degrees` (0 north, 90 east); the longitude runs on beyond 180. */
  function destination(latitude, longitude, degrees, metres) {
    const angle = metres / EARTH_RADIUS_M;
    const phi = latitude * RADIANS;
    const theta = degrees * RADIANS;
    const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(theta);
    const east = Math.atan2(Math.sin(theta) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * sine);
    return { latitude: Math.asin(sine) / RADIANS, longitude: longitude + east / RADIANS };
  }

  /* Direction in which the great circle leaves `from` for `to`, 0..360. */
  function bearing(from, to) {
    const phi = from.latitude * RADIANS;
    const other = to.latitude * RADIANS;
    const east = (to.longitude - from.longitude) * RADIANS;
    const x = Math.cos(phi) * Math.sin(other) - Math.sin(phi) * Math.cos(other) * Math.cos(east);
    return (Math.atan2(Math.sin(east) * Math.cos(other), x) / RADIANS + WHOLE) % WHOLE;
  }

  /* A longitude as near to `reference` as whole turns bring it. */
  function near(longitude, reference) {
    return longitude - WHOLE * Math.round((longitude - reference) / WHOLE);
  }

  /* The longitude halfway between a ring's west and east. */
  function middle(ring) {
    const longitudes = ring.map(([longitude]) => longitude);
    return (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  }

  /* Even-odd rule on the plane of the coordinates; rings of [longitude, latitude], running on beyond 180. */
  function isInside({ latitude, longitude }, rings) {
    let inside = false;
    for (const ring of rings) {
      const east = near(longitude, middle(ring));
      for (let i = 1; i < ring.length; i++) {
        const [eastA, northA] = ring[i - 1];
        const [eastB, northB] = ring[i];
        if (northA > latitude === northB > latitude) continue;
        const x = ((eastB - eastA) * (latitude - northA)) / (northB - northA) + eastA;
        if (east < x) inside = !inside;
      }
    }
    return inside;
  }

  /* Runs of true in a ring of flags as {from, to} in whole steps; `to` runs on beyond the end where a run does. */
  function runs(flags) {
    const count = flags.length;
    if (flags.every(Boolean)) return [{ from: 0, to: count }];
    const found = [];
    for (let i = 0; i < count; i++) {
      if (!flags[i] || flags[(i + count - 1) % count]) continue;
      let end = i;
      while (flags[(end + 1) % count]) end++;
      found.push({ from: i, to: end });
    }
    return found;
  }

  /* The directions under which a sea lies: by the bearings of its corners, unwrapped along each ring. */
  function sector(start, rings) {
    let low = Infinity;
    let high = -Infinity;
    for (const ring of rings) {
      const corners = ring.map(([longitude, latitude]) => bearing(start, { latitude, longitude }));
      let turned = low === Infinity ? corners[0] : near(corners[0], (low + high) / 2);
      for (const corner of corners) {
        turned = near(corner, turned);
        low = Math.min(low, turned);
        high = Math.max(high, turned);
      }
    }
    return high - low >= WHOLE - 1 ? { from: 0, to: WHOLE } : { from: low, to: high };
  }

  /* Arcs at `metres` around `start` on the side of a sea: where the circle lies in it, else where the sea lies. */
  function arcsTowards(start, metres, rings) {
    const inSea = Array.from({ length: WHOLE }, (_, degree) =>
      isInside(destination(start.latitude, start.longitude, degree, metres), rings),
    );
    return inSea.some(Boolean) ? runs(inSea) : [sector(start, rings)];
  }

  /* Points of an arc, both ends included; a degree apart unless `count` says how many parts. */
  function arcPoints(start, metres, { from, to }, count = Math.max(1, Math.ceil(to - from))) {
    return Array.from({ length: count + 1 }, (_, i) =>
      destination(start.latitude, start.longitude, from + ((to - from) * i) / count, metres),
    );
  }

  root.geodesic = { EARTH_RADIUS_M, destination, bearing, isInside, runs, sector, arcsTowards, arcPoints };
})((window.launchMap = window.launchMap || {}));
