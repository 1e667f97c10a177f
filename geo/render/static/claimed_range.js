/* A claimed distance {lower, upper} in metres, `upper` null where it is open: the circles to draw, and its words. Pure. */
(function (root) {
  "use strict";

  const inKilometres = (metres) => `${Math.round(metres / 1000)}`.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

  /* Radii in metres, the longest last. */
  function distances({ lower, upper }) {
    if (upper === null) return [lower];
    return lower > 0 && lower < upper ? [lower, upper] : [upper];
  }

  /* The figures are claimed; where the line runs is computed from them. */
  function inWords({ lower, upper }) {
    if (upper === null) return `at least ${inKilometres(lower)} km, computed`;
    if (lower === upper) return `${inKilometres(upper)} km, computed`;
    if (lower === 0) return `up to ${inKilometres(upper)} km, computed`;
    return `${inKilometres(lower)}–${inKilometres(upper)} km, computed`;
  }

  root.claimedRange = { distances, inWords };
})((window.launchMap = window.launchMap || {}));
