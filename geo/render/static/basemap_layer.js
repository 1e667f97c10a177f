/* Land, coasts, borders and what may be laid over them. North-East Asia is drawn again, in detail, over the world. */
(function (root) {
  "use strict";

  const DETAIL = { west: 115.2, south: 28.2, east: 149.8, north: 50.8 }; // inside the bounds of the file
  const DETAIL_FROM_ZOOM = 4;
  const PROVINCES_FROM_ZOOM = 5;
  const FILES = { names: "place_names.geojson", sites: "launch_sites.geojson" };

  root.BasemapLayer = root.CanvasLayer.extend({
    initialize(url, options) {
      L.setOptions(this, options);
      this._url = url;
      this._world = null;
      this._detail = null;
      this._files = new Map();
      this._turn = Promise.resolve();
      this._features = {};
      this._labels = new root.Labels();
      this._shown = new Set();
      this.areas = new Map();
      this.seas = new Map(); // id -> rings of [longitude, latitude]
    },

    /* Fetches the four files when `turn` has come; each is drawn when it arrives. Rejects when one cannot be read. */
    load(turn) {
      this._turn = turn;
      return Promise.all([
        this._read("world.geojson").then((file) => this._take("_world", file)),
        this._read("north_east_asia.geojson").then((file) => this._take("_detail", file)),
        this._read("north_korea.geojson").then((file) => this._takeAreas(file)),
        this._read("neighbours.geojson").then((file) => this._takeAreas(file)),
      ]);
    },

    _takeAreas(file) {
      for (const feature of file.features) this.areas.set(feature.id, root.geometry.areaOf(feature));
      this.redraw();
    },

    /* The outlines of the seas, by which a direction is told; fetched when first asked for. */
    loadSeas() {
      return this._read("seas.geojson").then((file) => {
        for (const feature of file.features) this.seas.set(feature.id, feature.geometry.coordinates);
      });
    },

    /* Draws these layers and no others; resolves once their files are there. */
    showLayers(names) {
      this._shown = new Set(names);
      this.redraw();
      const wanted = names.filter((name) => FILES[name] && !this._features[name]);
      return Promise.all(wanted.map((name) => this._read(FILES[name]).then((file) => this._takeLayer(name, file))));
    },

    _takeLayer(name, file) {
      this._features[name] = file.features;
      if (name === "names") this._labels.add(file.features);
      this.redraw();
    },

    /* Every file once; one that failed is asked for again the next time. */
    _read(name) {
      if (this._files.has(name)) return this._files.get(name);
      const reading = this._turn.then(() => fetch(this._url + name)).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      });
      this._files.set(name, reading);
      reading.catch(() => this._files.delete(name));
      return reading;
    },

    _take(name, file) {
      const [land, borders] = file.features;
      this[name] = { land: root.geometry.shapesOf(land), borders: root.geometry.shapesOf(borders) };
      this.redraw();
    },

    _draw() {
      const zoom = this._map.getZoom();
      this._clear();
      for (const turns of [0, 1]) {
        if (this._world) this._drawLayers(this._world, turns);
      }
      if (this._detail && zoom >= DETAIL_FROM_ZOOM) this._drawDetail();
      if (this._shown.has("provinces") && zoom >= PROVINCES_FROM_ZOOM) this._drawProvinces();
      this._usePixels();
      this._drawOverlays(zoom);
      if (this._shown.has("names")) this._labels.draw(this._context, this._frame, zoom);
    },

    _drawOverlays(zoom) {
      const { overlays } = root;
      const { sites } = this._features;
      const frame = this._frame;
      if (this._shown.has("graticule")) overlays.drawGraticule(this._context, frame, zoom, this._map.getBounds().pad(0.3));
      if (this._shown.has("sites") && sites) overlays.drawSites(this._context, frame, zoom, sites);
    },

    _drawLayers(layers, turns) {
      const context = this._context;
      const { colours } = root.themes;
      this._useUnits(turns);
      context.lineJoin = "round";
      const land = layers.land.filter((shape) => this._isInView(shape.box, turns));
      context.fillStyle = colours.land;
      for (const shape of land) context.fill(shape.fill, "evenodd");
      this._stroke(land, colours.coast, 0.8);
      this._stroke(layers.borders.filter((shape) => this._isInView(shape.box, turns)), colours.border, 0.8);
    },

    _stroke(shapes, colour, width) {
      this._context.strokeStyle = colour;
      this._context.lineWidth = width / this._frame.scale;
      for (const shape of shapes) this._context.stroke(shape.outline);
    },

    _drawDetail() {
      const context = this._context;
      const northWest = root.projection.project(DETAIL.north, DETAIL.west);
      const southEast = root.projection.project(DETAIL.south, DETAIL.east);
      context.save();
      this._useUnits(0);
      context.beginPath();
      context.rect(northWest.x, northWest.y, southEast.x - northWest.x, southEast.y - northWest.y);
      context.fillStyle = root.themes.colours.sea;
      context.fill();
      context.clip();
      this._drawLayers(this._detail, 0);
      context.restore();
    },

    _drawProvinces() {
      this._useUnits(0);
      const provinces = [...this.areas].filter(([id]) => id.startsWith("KP-")).map(([, shape]) => shape);
      this._stroke(provinces.filter((shape) => this._isInView(shape.box, 0)), root.themes.colours.province, 0.8);
    },
  });
})((window.launchMap = window.launchMap || {}));
