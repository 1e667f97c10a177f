/* Map tiles from the network, only while the user has switched them on; the offline basemap stays under them. */
(function (root) {
  "use strict";

  const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  const PANE = "launch-tiles";

  class OnlineTiles {
    constructor(map) {
      this._map = map;
      this._layer = null;
    }

    /* What is to be said of the source while tiles are shown. */
    static get attribution() {
      return "© OpenStreetMap contributors, openstreetmap.org/copyright";
    }

    show(isShown) {
      if (isShown && !this._layer) this._layer = this._make();
      if (!this._layer) return;
      if (isShown) this._layer.addTo(this._map);
      else this._layer.remove();
    }

    _make() {
      const pane = this._map.getPane(PANE) || this._map.createPane(PANE);
      pane.style.zIndex = 250; // above the basemap, below the launches
      return L.tileLayer(TILES, { pane: PANE, maxZoom: 19, detectRetina: false });
    }
  }

  root.OnlineTiles = OnlineTiles;
})((window.launchMap = window.launchMap || {}));
