/* What may be laid over land and sea: graticule and launch sites. Each draws on the basemap's canvas. */
(function (root) {
  "use strict";

  const STEPS = [[3.5, 10], [4.75, 5], [6.5, 2], [8, 1], [99, 0.5]]; // up to this zoom, degrees between lines
  const SITE_NAMES_FROM = 7;
  const LINE_ROOM = 20; // pixels, so that no parallel is named on top of a meridian

  const stepAt = (zoom) => STEPS.find(([most]) => zoom <= most)[1];

  function degreesInWords(value, positive, negative) {
    const size = Math.abs(value);
    return `${size}°${size === 0 || size === 180 ? "" : value > 0 ? positive : negative}`;
  }

  const meridianInWords = (longitude) => degreesInWords(((longitude + 540) % 360) - 180, "E", "W");
  const parallelInWords = (latitude) => degreesInWords(latitude, "N", "S");

  function inPixels(frame, latitude, longitude) {
    const unit = root.projection.projectPacific(latitude, longitude);
    return { x: unit.x * frame.scale - frame.left, y: unit.y * frame.scale - frame.top };
  }

  function write(context, text, x, y, colour, halo) {
    context.font = `10.5px ${root.lettering.FONT}`;
    context.lineWidth = 3;
    context.strokeStyle = halo;
    context.fillStyle = colour;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }

  /* Meridians and parallels over what the map shows, labelled inside the frame. */
  function drawGraticule(context, frame, zoom, bounds) {
    const { colours } = root.themes;
    const step = stepAt(zoom);
    const inner = { left: frame.margin.x, top: frame.margin.y };
    context.textAlign = "left";
    context.textBaseline = "top";
    for (let longitude = Math.ceil(bounds.getWest() / step) * step; longitude <= bounds.getEast(); longitude += step) {
      const { x } = inPixels(frame, 0, longitude);
      line(context, x, 0, x, frame.height);
      write(context, meridianInWords(longitude), x + 3, inner.top + 3, colours.quiet, colours.sea);
    }
    for (let latitude = Math.ceil(bounds.getSouth() / step) * step; latitude <= bounds.getNorth(); latitude += step) {
      const { y } = inPixels(frame, latitude, 0);
      line(context, 0, y, frame.width, y);
      if (y > inner.top + LINE_ROOM) write(context, parallelInWords(latitude), inner.left + 52, y + 2, colours.quiet, colours.sea);
    }
  }

  function line(context, fromX, fromY, toX, toY) {
    context.strokeStyle = root.themes.colours.graticule;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  }

  /* Small hollow triangles, with names from near. */
  function drawSites(context, frame, zoom, features) {
    const { colours } = root.themes;
    context.textAlign = "left";
    context.textBaseline = "middle";
    for (const feature of features) {
      const [longitude, latitude] = feature.geometry.coordinates;
      const { x, y } = inPixels(frame, latitude, longitude);
      context.beginPath();
      context.moveTo(x, y - 5);
      context.lineTo(x + 4.5, y + 3.5);
      context.lineTo(x - 4.5, y + 3.5);
      context.closePath();
      context.lineWidth = 1.4;
      context.fillStyle = colours.halo;
      context.strokeStyle = colours.range;
      context.fill();
      context.stroke();
      if (zoom >= SITE_NAMES_FROM) write(context, feature.properties.name, x + 8, y, colours.label, colours.land);
    }
  }

  root.overlays = { drawGraticule, drawSites, meridianInWords, parallelInWords, stepAt };
})((window.launchMap = window.launchMap || {}));
