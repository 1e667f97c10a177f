/* Lettering of the map: seas and countries where they lie, cities by size; what would cover another is left out. */
(function (root) {
  "use strict";

  /* Where the lettering stands, in degrees; not the position of anything. */
  const FIXED = [
    { text: ["East Sea /", "Sea of Japan"], latitude: 39.2, longitude: 132.6, sea: true, from: 4 },
    { text: ["Yellow Sea /", "West Sea"], latitude: 36.0, longitude: 123.4, sea: true, from: 4.75 },
    { text: ["Pacific Ocean"], latitude: 32, longitude: 152, sea: true, from: 3 },
    { text: ["North Korea"], latitude: 40.35, longitude: 126.7, from: 4.5, to: 7.5 },
    { text: ["South Korea"], latitude: 36.4, longitude: 128.0, from: 4.5, to: 7.5 },
    { text: ["Japan"], latitude: 36.5, longitude: 138.4, from: 4.5, to: 7.5 },
    { text: ["China"], latitude: 42.8, longitude: 123.4, from: 4.5, to: 7.5 },
    { text: ["Russia"], latitude: 46.5, longitude: 135.2, from: 4.5, to: 7.5 },
  ];
  const LINE = 16; // pixels
  const FONT = "\"Source Sans\", system-ui, sans-serif";
  const CAPITALS_FROM = 5;

  function settled(feature) {
    const [longitude, latitude] = feature.geometry.coordinates;
    const { name, from } = feature.properties;
    return { text: [name], latitude, longitude, city: true, from: Math.max(CAPITALS_FROM, from) };
  }

  const overlaps = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  class Labels {
    constructor() {
      this._labels = FIXED;
    }

    /* Features of place_names.geojson, the most important first. */
    add(features) {
      this._labels = [...FIXED, ...features.map(settled)];
    }

    draw(context, frame, zoom) {
      const taken = [];
      for (const label of this._labels) {
        if (zoom < label.from || zoom > (label.to || 99)) continue;
        const unit = root.projection.projectPacific(label.latitude, label.longitude);
        const x = unit.x * frame.scale - frame.left;
        const y = unit.y * frame.scale - frame.top;
        if (x < -200 || y < -50 || x > frame.width + 200 || y > frame.height + 50) continue;
        this._style(context, label);
        const box = this._box(context, label, x, y);
        if (taken.some((other) => overlaps(box, other))) continue;
        taken.push(box);
        this._write(context, label, x, y);
      }
    }

    _style(context, label) {
      const { colours } = root.themes;
      context.font = `${label.sea ? "italic " : ""}${label.city ? 11.5 : 13}px ${FONT}`;
      context.textAlign = label.city ? "left" : "center";
      context.textBaseline = "middle";
      context.fillStyle = label.sea ? colours.seaLabel : colours.label;
      context.strokeStyle = label.sea ? colours.sea : colours.land;
      context.lineWidth = 3;
      context.lineJoin = "round";
    }

    _box(context, label, x, y) {
      const width = Math.max(...label.text.map((line) => context.measureText(line).width));
      const left = label.city ? x - 3 : x - width / 2;
      return { left, right: left + width + 12, top: y - LINE / 2, bottom: y + LINE * (label.text.length - 0.5) };
    }

    _write(context, label, x, y) {
      if (label.city) context.fillRect(x - 1.5, y - 1.5, 3, 3);
      label.text.forEach((line, row) => {
        context.strokeText(line, x + (label.city ? 6 : 0), y + row * LINE);
        context.fillText(line, x + (label.city ? 6 : 0), y + row * LINE);
      });
    }
  }

  root.Labels = Labels;
  root.lettering = { FONT, LINE };
})((window.launchMap = window.launchMap || {}));
