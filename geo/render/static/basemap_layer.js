/* Land, coasts, borders and quiet labels. North-East Asia is drawn again, in detail, over the world. */
(function (root) {
  "use strict";

  const SEA = "#e3ebf0";
  const LAND = "#f7f5ef";
  const COAST = "#93a3ad";
  const BORDER = "#a89a92";
  const PROVINCE = "#cfc6be";
  const LABEL = "#6f6a64";
  const SEA_LABEL = "#5f7f95";
  const DETAIL = { west: 115.2, south: 28.2, east: 149.8, north: 50.8 }; // inside the bounds of the file
  const DETAIL_FROM_ZOOM = 4;
  const PROVINCES_FROM_ZOOM = 5;

  /* Where the lettering stands, in degrees; not the position of anything but the cities. */
  const LABELS = [
    { text: ["East Sea /", "Sea of Japan"], latitude: 39.2, longitude: 132.6, sea: true, from: 4 },
    { text: ["Yellow Sea /", "West Sea"], latitude: 36.0, longitude: 123.4, sea: true, from: 4.75 },
    { text: ["Pacific Ocean"], latitude: 32, longitude: 152, sea: true, from: 3 },
    { text: ["North Korea"], latitude: 40.35, longitude: 126.7, from: 4.5, to: 7.5 },
    { text: ["South Korea"], latitude: 36.4, longitude: 128.0, from: 4.5, to: 7.5 },
    { text: ["Japan"], latitude: 36.5, longitude: 138.4, from: 4.5, to: 7.5 },
    { text: ["China"], latitude: 42.8, longitude: 123.4, from: 4.5, to: 7.5 },
    { text: ["Russia"], latitude: 46.5, longitude: 135.2, from: 4.5, to: 7.5 },
    { text: ["Pyongyang"], latitude: 39.02, longitude: 125.75, city: true, from: 5 },
    { text: ["Seoul"], latitude: 37.57, longitude: 126.98, city: true, from: 5 },
    { text: ["Tokyo"], latitude: 35.68, longitude: 139.69, city: true, from: 5 },
  ];

  root.BasemapLayer = root.CanvasLayer.extend({
    initialize(options) {
      L.setOptions(this, options);
      this._world = null;
      this._detail = null;
      this.areas = new Map();
    },

    /* Fetches the four files; each is drawn when it arrives. Rejects when one cannot be read. */
    load(url) {
      const read = (name) =>
        fetch(url + name).then((answer) => {
          if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
          return answer.json();
        });
      return Promise.all([
        read("world.geojson").then((file) => this._take("_world", file)),
        read("north_east_asia.geojson").then((file) => this._take("_detail", file)),
        read("north_korea.geojson").then((file) => this._takeAreas(file)),
        read("neighbours.geojson").then((file) => this._takeAreas(file)),
      ]);
    },

    _takeAreas(file) {
      for (const feature of file.features) this.areas.set(feature.id, root.geometry.areaOf(feature));
      this.redraw();
    },

    _take(name, file) {
      const [land, borders] = file.features;
      this[name] = { land: root.geometry.shapesOf(land), borders: root.geometry.shapesOf(borders) };
      this.redraw();
    },

    _draw() {
      this._clear();
      for (const turns of [0, 1]) {
        if (this._world) this._drawLayers(this._world, turns);
      }
      if (this._detail && this._map.getZoom() >= DETAIL_FROM_ZOOM) this._drawDetail();
      if (this._map.getZoom() >= PROVINCES_FROM_ZOOM) this._drawProvinces();
      this._drawLabels();
    },

    _drawLayers(layers, turns) {
      const context = this._context;
      this._useUnits(turns);
      context.lineJoin = "round";
      const land = layers.land.filter((shape) => this._isInView(shape.box, turns));
      context.fillStyle = LAND;
      for (const shape of land) context.fill(shape.fill, "evenodd");
      this._stroke(land, COAST, 0.8);
      this._stroke(layers.borders.filter((shape) => this._isInView(shape.box, turns)), BORDER, 0.8);
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
      context.fillStyle = SEA;
      context.fill();
      context.clip();
      this._drawLayers(this._detail, 0);
      context.restore();
    },

    _drawProvinces() {
      this._useUnits(0);
      const provinces = [...this.areas].filter(([id]) => id.startsWith("KP-")).map(([, shape]) => shape);
      this._stroke(provinces.filter((shape) => this._isInView(shape.box, 0)), PROVINCE, 0.7);
    },

    _drawLabels() {
      const zoom = this._map.getZoom();
      this._usePixels();
      for (const label of LABELS) {
        if (zoom >= label.from && zoom <= (label.to || 99)) this._drawLabel(label);
      }
    },

    _drawLabel(label) {
      const context = this._context;
      const { scale, left, top } = this._frame;
      const unit = root.projection.projectPacific(label.latitude, label.longitude);
      const x = unit.x * scale - left;
      const y = unit.y * scale - top;
      context.font = `${label.sea ? "italic " : ""}${label.city ? 11 : 12.5}px "Source Sans", sans-serif`;
      context.textAlign = label.city ? "left" : "center";
      context.textBaseline = "middle";
      context.fillStyle = label.sea ? SEA_LABEL : LABEL;
      context.strokeStyle = label.sea ? SEA : LAND;
      context.lineWidth = 3;
      if (label.city) context.fillRect(x - 2, y - 2, 4, 4);
      label.text.forEach((line, row) => {
        context.strokeText(line, x + (label.city ? 6 : 0), y + row * 16);
        context.fillText(line, x + (label.city ? 6 : 0), y + row * 16);
      });
    },
  });
})((window.launchMap = window.launchMap || {}));
