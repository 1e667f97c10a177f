/* Which layers are shown: check boxes behind a button, for mouse and keyboard alike. */
(function (root) {
  "use strict";

  /* In the order of LAYERS in geo/render/interactive_map.py. */
  const LAYERS = [
    { id: "sites", label: "Launch sites" },
    { id: "provinces", label: "Provinces of North Korea" },
    { id: "names", label: "Place names" },
    { id: "graticule", label: "Graticule" },
    { id: "scale", label: "Scale" },
    { id: "tiles", label: "Online map (OpenStreetMap)" },
  ];
  const USUAL = ["provinces", "names", "scale"];

  class LayersControl {
    /* `onChange(ids)` is called when the user switches a layer. */
    constructor(onChange) {
      const { element, shield } = root.dom;
      this._onChange = onChange;
      this._boxes = new Map();
      this.node = element("details", "launch-layers", { "data-testid": "layers" });
      this.node.append(element("summary", "", {}, "Layers"));
      const group = element("div", "", { role: "group", "aria-label": "Layers of the map" });
      for (const { id, label } of LAYERS) group.append(this._row(id, label));
      this.node.append(group);
      shield(this.node);
    }

    get shown() {
      return LAYERS.map(({ id }) => id).filter((id) => this._boxes.get(id).checked);
    }

    show(ids) {
      for (const [id, box] of this._boxes) box.checked = ids.includes(id);
    }

    /* Who made what is shown: the basemap, whose words are given, and the layers over it. */
    attribution(basemap) {
      const parts = [basemap];
      if (this.shown.includes("names")) parts.push("names: GeoNames, CC BY 4.0");
      if (this.shown.includes("tiles")) parts.push(root.OnlineTiles.attribution);
      return [...parts, "Leaflet"].filter(Boolean).join(" · ");
    }

    _row(id, label) {
      const { element } = root.dom;
      const row = element("label", "launch-layers-row");
      const box = element("input", "", { type: "checkbox", "data-testid": `layer-${id}` });
      box.checked = USUAL.includes(id);
      box.addEventListener("change", () => this._onChange(this.shown));
      this._boxes.set(id, box);
      row.append(box, element("span", "", {}, label));
      return row;
    }
  }

  root.LayersControl = LayersControl;
})((window.launchMap = window.launchMap || {}));
