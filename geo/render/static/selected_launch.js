/* The selected launch: all its competing places, how uncertain they are, and how far its missile is said to have flown. */
(function (root) {
  "use strict";

  const MOST_RANGES = 12;
  const LABEL_AT = 0.55; // share of an arc, clockwise: clear of the legend
  const RING_LABEL_AT = 0.25;
  const LABEL_STEP = 0.07;
  const LABEL_HEIGHT = 15; // pixels

  root.LaunchLayer.include({
    /* Claimed distances of a launch that can be drawn: it needs a point to measure from. */
    rangesOf(index) {
      const mark = this._preferredMark(index);
      if (mark < 0 || this._columns.area[mark] >= 0) return [];
      return this._columns.rangesOf(index).slice(0, MOST_RANGES);
    },

    /* The place of a launch with all distances claimed for it, as far as its lines go; null without any. */
    boundsOfRanges(index) {
      const lines = this._rangeLines(index);
      if (!lines.length) return null;
      const bounds = L.latLngBounds([this.latLngOf(index)]);
      for (const { points } of lines) {
        for (const { latitude, longitude } of points) bounds.extend([latitude, longitude]);
      }
      return bounds;
    },

    _drawSelected(launch) {
      const columns = this._columns;
      const symbolClass = columns.symbolClass[launch];
      const colour = columns.legend[symbolClass].colour;
      const from = columns.markStart[launch];
      const to = columns.markStart[launch + 1];
      for (let mark = from; mark < to; mark++) {
        if (columns.area[mark] >= 0) this._drawArea(columns.area[mark], symbolClass, root.themes.colours.ink, 0.9);
        else this._drawCircle(mark, colour, `${colour}22`, 2);
      }
      this._drawRanges(launch);
      for (let mark = to - 1; mark >= from; mark--) {
        if (columns.area[mark] < 0) this._drawSelectedPoint(launch, mark, mark === from);
      }
    },

    _drawSelectedPoint(launch, mark, isPreferred) {
      const context = this._context;
      const { x, y } = this._pixelOf(mark);
      this._usePixels();
      if (!isPreferred) this._drawTie(launch, x, y);
      this._useDevicePixels();
      context.globalAlpha = isPreferred ? 1 : 0.6;
      this._stamp(launch, mark);
      context.globalAlpha = 1;
      this._usePixels();
      context.beginPath();
      context.arc(x, y, root.symbols.RADII[this._columns.size[launch]] + 7, 0, 2 * Math.PI);
      context.setLineDash(isPreferred ? [] : [3, 3]);
      context.lineWidth = isPreferred ? 2.5 : 1.5;
      context.strokeStyle = root.themes.colours.ink;
      context.stroke();
      context.setLineDash([]);
      if (isPreferred) this._drawReach(mark, x, y);
    },

    /* How far from its point a place may be wrong, in figures: legible at every zoom. */
    _drawReach(mark, x, y) {
      const radius = this._columns.radius[mark];
      const text = `within ${radius >= 1000 ? `${Math.round(radius / 100) / 10} km` : `${Math.round(radius)} m`}`;
      const below = Math.max(root.symbols.RADII[3] + 12, this._columns.unitRadius[mark] * this._frame.scale) + 10;
      this._write(text, x, y + below);
    },

    /* A dashed line from the preferred point to a competing one. */
    _drawTie(launch, x, y) {
      const preferred = this._columns.markStart[launch];
      if (this._columns.area[preferred] >= 0) return;
      const start = this._pixelOf(preferred);
      const context = this._context;
      context.beginPath();
      context.moveTo(start.x, start.y);
      context.lineTo(x, y);
      context.setLineDash([4, 4]);
      context.lineWidth = 1.2;
      context.strokeStyle = root.themes.colours.ink;
      context.stroke();
      context.setLineDash([]);
    },

    /* Lines to draw: an arc on the side of the sea named, a ring where none is; each with the words of its claim. */
    _rangeLines(launch) {
      const place = this.latLngOf(launch);
      const start = place && { latitude: place.lat, longitude: place.lng };
      const { arcsTowards, arcPoints } = root.geodesic;
      return this.rangesOf(launch).flatMap((range, i) => {
        const sea = this._basemap.seas.get(range.sea);
        const distances = root.claimedRange.distances(range);
        return distances.flatMap((metres, k) => {
          const arcs = sea ? arcsTowards(start, metres, sea) : [{ from: 0, to: 360 }];
          const longest = Math.max(...arcs.map((arc) => arc.to - arc.from));
          return arcs.map((arc) => ({
            points: arcPoints(start, metres, arc),
            words: k === distances.length - 1 && arc.to - arc.from === longest ? root.claimedRange.inWords(range) : "",
            at: sea ? LABEL_AT + LABEL_STEP * (i % 5) : RING_LABEL_AT + LABEL_STEP * (i % 5),
          }));
        });
      });
    },

    _drawRanges(launch) {
      const context = this._context;
      const { scale, left, top } = this._frame;
      const toPixel = ({ latitude, longitude }) => {
        const { x, y } = root.geometry.unit([longitude, latitude]);
        return { x: x * scale - left, y: y * scale - top };
      };
      this._usePixels();
      const labels = [];
      for (const { points, words, at } of this._rangeLines(launch)) {
        const pixels = points.map(toPixel);
        if (words) labels.push({ words, ...pixels[Math.round(at * (pixels.length - 1))] });
        context.beginPath();
        for (const { x, y } of pixels) context.lineTo(x, y);
        context.setLineDash([7, 4]);
        context.lineWidth = 1.4;
        context.strokeStyle = root.themes.colours.range;
        context.stroke();
        context.setLineDash([]);
      }
      this._writeApart(labels);
    },

    /* Labels one below the other where they would meet: each claimed distance stays legible. */
    _writeApart(labels) {
      let above = -Infinity;
      for (const { words, x, y } of labels.sort((one, other) => one.y - other.y)) {
        above = Math.max(y, above + LABEL_HEIGHT);
        this._write(words, x, above);
      }
    },

    _write(text, x, y) {
      const context = this._context;
      context.font = `600 11.5px ${root.lettering.FONT}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.lineWidth = 3.5;
      context.strokeStyle = root.themes.colours.paper;
      context.fillStyle = root.themes.colours.ink;
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    },
  });
})((window.launchMap = window.launchMap || {}));
