/* Launches on one canvas: areas, uncertainty circles, symbols, and the selected launch with its competing places. */
(function (root) {
  "use strict";

  const SMALL_CIRCLE = 48; // pixels: below this radius a circle on the ground is one on the map
  const CELL = 2; // pixels: of symbols closer together than this the newest is drawn
  const CROWD = 5000; // launches in range from which the cell is twice as wide
  const REACH = 3; // pixels beyond a symbol at which the pointer still hits it
  const STACK = 2; // pixels within which symbols count as lying on one another

  function ringPicture(radius, ratio) {
    return root.symbols.picture(2 * radius + 4, ratio, (context) => {
      context.arc(0, 0, radius, 0, 2 * Math.PI);
      context.fillStyle = root.themes.colours.circleFill;
      context.fill();
      context.strokeStyle = root.themes.colours.circle;
      context.stroke();
    });
  }

  root.LaunchLayer = root.CanvasLayer.extend({
    initialize(basemap, options) {
      L.setOptions(this, options);
      this._basemap = basemap;
      this._areas = basemap.areas; // area id -> shape, filled when the basemap arrives
      this._columns = null;
      this._range = { first: 0, last: -1 };
      this._selected = -1;
      this._sprites = new Map();
      this._circles = new Map();
      this._rings = new Map();
      this.drawMilliseconds = 0;
    },

    setColumns(columns) {
      this._columns = columns;
      this._sprites.clear();
      this._circles.clear();
      this._selected = -1;
      this.redraw();
    },

    /* To be called when the colours have changed. */
    restyle() {
      this._sprites.clear();
      this._rings.clear();
      this.redraw();
    },

    /* True when this is another range than before. */
    setRange(first, last) {
      if (this._range.first === first && this._range.last === last) return false;
      this._range = { first, last };
      this.redraw();
      return true;
    },

    select(index) {
      this._selected = index;
      this.redraw();
    },

    isVisible(index) {
      return this._columns !== null && this._columns.mayBeIn(index, this._range.first, this._range.last);
    },

    /* Pixel of the map container under the preferred place of a launch; null where it has no point. */
    containerPointOf(index) {
      const mark = this._preferredMark(index);
      if (mark < 0 || this._columns.area[mark] >= 0) return null;
      const scale = this._map.options.crs.scale(this._map.getZoom());
      const world = L.point(this._columns.x[mark] * scale, this._columns.y[mark] * scale);
      return this._map.layerPointToContainerPoint(world.subtract(this._map.getPixelOrigin()));
    },

    latLngOf(index) {
      const mark = this._preferredMark(index);
      if (mark < 0 || this._columns.area[mark] >= 0) return null;
      return this._latLngOfMark(mark);
    },

    /* All places of a launch with their uncertainty; null when there is nothing to draw of it. */
    boundsOf(index) {
      const columns = this._columns;
      const bounds = L.latLngBounds([]);
      if (!columns || index < 0) return null;
      for (let mark = columns.markStart[index]; mark < columns.markStart[index + 1]; mark++) {
        if (columns.area[mark] >= 0) this._extendByArea(bounds, columns.areas[columns.area[mark]]);
        else bounds.extend(this._latLngOfMark(mark).toBounds(2 * columns.radius[mark]));
      }
      return bounds.isValid() ? bounds : null;
    },

    _extendByArea(bounds, area) {
      const shape = this._areas.get(area);
      if (!shape) return;
      const { west, east, north, south } = shape.box;
      const { crs } = this._map.options;
      for (const corner of [[west, north], [east, south]]) {
        bounds.extend(crs.pointToLatLng(L.point(corner).multiplyBy(crs.scale(0)), 0));
      }
    },

    _latLngOfMark(mark) {
      const longitude = this._columns.longitude[mark];
      return L.latLng(this._columns.latitude[mark], longitude < -30 ? longitude + 360 : longitude);
    },

    /* Launches under a pixel of the map container, the one on top first; symbols come before areas. */
    at(containerPoint) {
      if (!this._columns) return [];
      const point = this._map.containerPointToLayerPoint(containerPoint).add(this._map.getPixelOrigin());
      const symbols = this._symbolsAt(point);
      return symbols.length ? symbols : this._areasAt(point);
    },

    _preferredMark(index) {
      return index >= 0 && this._columns && this._columns.hasMark(index) ? this._columns.markStart[index] : -1;
    },

    /* Calls `visit(launch, preferredMark)` for the placed launches in range, the newest first. */
    _eachInRange(visit) {
      const columns = this._columns;
      const { first, last } = this._range;
      const { from, to } = columns.between(first, last);
      for (let i = to - 1; i >= from; i--) {
        if (columns.last[i] >= first && columns.hasMark(i)) visit(i, columns.markStart[i]);
      }
    },

    _symbolsAt(point) {
      const columns = this._columns;
      const { scale } = this._frame;
      const hits = [];
      this._eachInRange((launch, mark) => {
        if (columns.area[mark] >= 0) return;
        const distance = Math.hypot(columns.x[mark] * scale - point.x, columns.y[mark] * scale - point.y);
        if (distance <= root.symbols.RADII[columns.size[launch]] + REACH) hits.push({ launch, distance });
      });
      hits.sort((a, b) => a.distance - b.distance || b.launch - a.launch);
      return hits.filter((hit) => hit.distance <= hits[0].distance + STACK).map((hit) => hit.launch);
    },

    _areasAt(point) {
      const columns = this._columns;
      const { left, top, ratio } = this._frame;
      this._useUnits(0);
      const inside = columns.areas.map((id) => {
        const shape = this._areas.get(id);
        return Boolean(shape) && this._context.isPointInPath(shape.fill, (point.x - left) * ratio, (point.y - top) * ratio);
      });
      const hits = [];
      this._eachInRange((launch, mark) => {
        if (columns.area[mark] >= 0 && inside[columns.area[mark]]) hits.push(launch);
      });
      return hits;
    },

    _draw() {
      this._clear();
      if (!this._columns) return;
      const started = performance.now();
      const { symbols, circles, areas } = this._sort();
      for (const [area, { symbolClass, outline }] of areas) this._drawArea(area, symbolClass, outline, 0.45);
      for (const mark of circles.large) this._drawCircle(mark, root.themes.colours.circle, root.themes.colours.circleFill, 1);
      this._useDevicePixels();
      for (const mark of circles.small) this._stampCircle(mark);
      for (let i = symbols.length - 1; i >= 0; i--) this._stamp(symbols[i], this._columns.markStart[symbols[i]]);
      if (this.isVisible(this._selected)) this._drawSelected(this._selected);
      this.drawMilliseconds = performance.now() - started;
    },

    /* What is to be drawn: symbols (newest first), circles larger than their symbols, areas with a class. */
    _sort() {
      const columns = this._columns;
      const { width, height, scale, left, top } = this._frame;
      const { from, to } = columns.between(this._range.first, this._range.last);
      const side = to - from > CROWD ? 2 * CELL : CELL;
      const columnsOfCells = Math.ceil(width / side);
      const cells = new Uint8Array(columnsOfCells * Math.ceil(height / side));
      const found = { symbols: [], circles: { small: new Set(), large: new Set() }, areas: new Map() };
      this._eachInRange((launch, mark) => {
        if (columns.area[mark] >= 0) {
          this._noteArea(found.areas, columns.area[mark], launch);
          return;
        }
        const x = columns.x[mark] * scale - left;
        const y = columns.y[mark] * scale - top;
        const reach = columns.unitRadius[mark] * scale;
        if (x < -reach || y < -reach || x > width + reach || y > height + reach) return;
        const isSmall = reach <= SMALL_CIRCLE;
        if (!isSmall) found.circles.large.add(columns.sameCircle[mark]);
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        const cell = Math.floor(y / side) * columnsOfCells + Math.floor(x / side);
        if (cells[cell]) return;
        cells[cell] = 1;
        found.symbols.push(launch);
        if (isSmall && reach > root.symbols.RADII[columns.size[launch]]) found.circles.small.add(columns.sameCircle[mark]);
      });
      return found;
    },

    /* An area is hatched in the colour of its launches, grey when they are of several classes; a dark outline
       stands for the dark ring. */
    _noteArea(areas, area, launch) {
      const columns = this._columns;
      const noted = areas.get(area) || { symbolClass: columns.symbolClass[launch], outline: null };
      if (noted.symbolClass !== columns.symbolClass[launch]) noted.symbolClass = columns.legend.length - 1;
      if (columns.contradictory[launch]) noted.outline = root.themes.colours.ink;
      areas.set(area, noted);
    },

    _stamp(launch, mark) {
      const columns = this._columns;
      this._copy(this._sprite(columns.symbolClass[launch], columns.size[launch], columns.contradictory[launch]), mark);
    },

    /* Copies a picture, pixel for pixel, centred on a place. */
    _copy({ bitmap, width }, mark) {
      const { scale, left, top, ratio } = this._frame;
      const x = Math.round((this._columns.x[mark] * scale - left) * ratio - width / 2);
      const y = Math.round((this._columns.y[mark] * scale - top) * ratio - width / 2);
      this._context.drawImage(bitmap, x, y);
    },

    _useDevicePixels() {
      this._context.setTransform(1, 0, 0, 1, 0, 0);
      this._context.imageSmoothingEnabled = false;
    },

    _sprite(symbolClass, size, contradictory) {
      const key = (symbolClass * 4 + size) * 2 + contradictory;
      if (!this._sprites.has(key)) {
        const entry = this._columns.legend[symbolClass];
        this._sprites.set(key, root.symbols.sprite(entry, size, Boolean(contradictory), this._frame.ratio));
      }
      return this._sprites.get(key);
    },

    _drawCircle(mark, stroke, fill, width) {
      const context = this._context;
      const columns = this._columns;
      if (!this._circles.has(mark)) {
        const { latitude, longitude, radius } = columns;
        const shown = longitude[mark] < -30 ? longitude[mark] + 360 : longitude[mark];
        this._circles.set(mark, root.geometry.circleOf(latitude[mark], shown, radius[mark]));
      }
      this._useUnits(0);
      context.fillStyle = fill;
      context.fill(this._circles.get(mark));
      context.strokeStyle = stroke;
      context.lineWidth = width / this._frame.scale;
      context.stroke(this._circles.get(mark));
    },

    /* A circle small enough to be round in the projection too, copied from one drawn before. */
    _stampCircle(mark) {
      const { scale, ratio } = this._frame;
      const radius = Math.round(this._columns.unitRadius[mark] * scale * 2) / 2;
      if (!this._rings.has(radius)) this._rings.set(radius, ringPicture(radius, ratio));
      this._copy(this._rings.get(radius), mark);
    },

    _drawArea(area, symbolClass, outline, opacity) {
      const shape = this._areas.get(this._columns.areas[area]);
      if (!shape) return;
      const context = this._context;
      const { ratio, scale, left, top } = this._frame;
      const colour = this._columns.legend[symbolClass].colour;
      const inPixels = new Path2D();
      inPixels.addPath(shape.fill, new DOMMatrix([ratio * scale, 0, 0, ratio * scale, -left * ratio, -top * ratio]));
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = opacity;
      context.fillStyle = context.createPattern(root.symbols.hatch(colour, ratio), "repeat");
      context.fill(inPixels, "evenodd");
      context.globalAlpha = outline ? 0.9 : opacity;
      context.strokeStyle = outline || colour;
      context.lineWidth = 1.5 * ratio;
      context.stroke(inPixels);
      context.restore();
    },

    _pixelOf(mark) {
      const { scale, left, top } = this._frame;
      return { x: this._columns.x[mark] * scale - left, y: this._columns.y[mark] * scale - top };
    },
  });
})((window.launchMap = window.launchMap || {}));
