/* Where the map looks, as whole numbers: [latitude, longitude] in 0.0001 degree and the zoom in 0.01. Pure. */
(function (root) {
  "use strict";

  const DEGREE = 10000;
  const ZOOM = 100;
  const WEST = -30; // the Pacific stands in the middle: the map runs from 30 W eastwards to 30 W

  function toNumbers({ lat, lng }, zoom) {
    const longitude = ((((lng + 180) % 360) + 360) % 360) - 180;
    return [Math.round(lat * DEGREE), Math.round(longitude * DEGREE), Math.round(zoom * ZOOM)];
  }

  function fromNumbers([latitude, longitude, zoom]) {
    const east = longitude / DEGREE;
    return { centre: [latitude / DEGREE, east < WEST ? east + 360 : east], zoom: zoom / ZOOM };
  }

  const isSame = (one, other) => Boolean(one && other) && one.every((part, i) => part === other[i]);

  root.mapView = { toNumbers, fromNumbers, isSame };
})((window.launchMap = window.launchMap || {}));
