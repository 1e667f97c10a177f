/* GeoJSON (longitude, latitude in degrees) as canvas paths in unit Mercator coordinates. */
(function (root) {
  "use strict";

  const CIRCLE_PARTS = 64;
  const MOST_NORTHERN = 85.0511; // Web Mercator ends here

  function unit(position) {
    const latitude = Math.max(-MOST_NORTHERN, Math.min(MOST_NORTHERN, position[1]));
    return root.projection.project(latitude, position[0]);
  }

  /* An edge along the antimeridian or the southern bound is where the file was cut, not a coast. */
  function isCut(start, end) {
    return (Math.abs(start[0]) === 180 && start[0] === end[0]) || (start[1] <= -90 || end[1] <= -90);
  }

  function trace(path, line, box, skipsCuts) {
    for (let i = 0; i < line.length; i++) {
      const { x, y } = unit(line[i]);
      if (i === 0 || (skipsCuts && isCut(line[i - 1], line[i]))) path.moveTo(x, y);
      else path.lineTo(x, y);
      box.west = Math.min(box.west, x);
      box.east = Math.max(box.east, x);
      box.north = Math.min(box.north, y);
      box.south = Math.max(box.south, y);
    }
  }

  function shapeOf(lines) {
    const box = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity };
    const fill = new Path2D();
    const outline = new Path2D();
    for (const line of lines) {
      trace(fill, line, box, false);
      fill.closePath();
      trace(outline, line, box, true);
    }
    return { fill, outline, box };
  }

  /* One shape for each polygon of a MultiPolygon or line of a MultiLineString. */
  function shapesOf(feature) {
    const { type, coordinates } = feature.geometry;
    return coordinates.map((part) => shapeOf(type === "MultiPolygon" ? part : [part]));
  }

  /* One shape for the whole feature. */
  function areaOf(feature) {
    return shapeOf(feature.geometry.coordinates.flat());
  }

  /* A circle on the sphere: all points at `radius` metres over the ground. */
  function circleOf(latitude, longitude, radius) {
    const path = lineOf(root.geodesic.arcPoints({ latitude, longitude }, radius, { from: 0, to: 360 }, CIRCLE_PARTS));
    path.closePath();
    return path;
  }

  /* A line through points {latitude, longitude}. */
  function lineOf(points) {
    const path = new Path2D();
    for (const { latitude, longitude } of points) {
      const { x, y } = unit([longitude, latitude]);
      path.lineTo(x, y);
    }
    return path;
  }

  root.geometry = { shapesOf, areaOf, circleOf, lineOf, unit };
})((window.launchMap = window.launchMap || {}));
