/* Puts the map together, takes commands from Python and reports what the user did. */
(function (root) {
  "use strict";

  const OPENING = L.latLngBounds([33, 122], [44, 143]); // North-East Asia
  const LIMITS = L.latLngBounds([-78, -30], [84, 330]); // the Pacific in the middle
  const SURROUNDINGS = 2.5; // a place is shown with this many times its own extent on every side
  const RANGE_MARGIN = 0.1;
  const LEGIBLE = 36; // pixels; a place narrower than this hides under its symbol
  const REST_MILLISECONDS = 500; // after the last movement of the map
  const GESTURES = ["wheel", "dblclick", "touchstart", "keydown"];
  const WIDE = 480; // pixels from which the legend stands open
  const BASEMAP_WAITS = 500; // milliseconds at most for the launches, which are drawn first

  class LaunchMap {
    constructor(map, urls) {
      this._map = map;
      this._urls = urls;
      this._columns = null;
      this._file = "";
      this._outbox = new root.Outbox((message) => this._sendByFeature(message));
      this._outbox.beforeSending = (part) => this._beforeSending(part);
      this._basemap = new root.BasemapLayer(urls.basemap, { pane: "tilePane" }).addTo(map);
      this._tiles = new root.OnlineTiles(map);
      this.layer = new root.LaunchLayer(this._basemap).addTo(map);
      this._addControls();
      this._addPointer();
      this._watchView();
      this._open();
      this._loadBasemap();
    }

    /* ---- from Python: numbers and validated ids only ---- */

    /* A part the user has changed since Python last heard of it (`acknowledged`) is left as the user put it. */
    command({ file, axis, days, selected, acknowledged, view, layers, theme, version }) {
      this._version = version || "";
      const [eventN, rangeN, viewN, layersN] = acknowledged;
      this._useTheme(theme);
      this._slider.setAxis(axis[0], axis[1]);
      if (!this._outbox.isAhead("range", rangeN) && !this._slider.isMoving) {
        this._slider.setRange(days[0], days[1]);
        this._sent = `${days[0]} ${days[1]}`;
      }
      const { message } = this._outbox;
      if (layers && !this._outbox.isAhead("layers", layersN)) this._takeLayers(layers);
      const isLed = Boolean(view) && !this._outbox.isAhead("view", viewN) && !root.mapView.isSame(view, message.view);
      if (isLed) this._lookAt(view);
      const isStale = this._outbox.isAhead("event", eventN);
      const isNews = !isStale && selected !== message.event_id;
      if (!isStale) this._outbox.take({ event_id: selected });
      this._load(file).then(() => this._showSelected(isNews && !isLed));
    }

    _useTheme(theme) {
      if (theme === this._theme) return;
      this._theme = theme;
      root.themes.use(theme);
      this._map.getContainer().classList.toggle("launch-map-dark", theme === "dark");
      this._basemap.redraw();
      this.layer.restyle();
      if (this._columns) this._legend.show(this._columns.legend);
    }

    _takeLayers(ids) {
      this._outbox.take({ layers: ids });
      this._control.show(ids);
      this._showLayers();
    }

    _load(file) {
      if (file === this._file) return this._loading;
      this._file = file;
      this._loading = fetch(this._urls.data + file)
        .then((answer) => {
          if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
          return answer.json();
        })
        .then((data) => {
          if (file === this._file) this._take(new root.LaunchColumns(data));
        })
        .catch((error) => {
          this._file = "";
          this._say(`The launches could not be loaded (${error.message}). Reload the page.`);
        });
      return this._loading;
    }

    _take(columns) {
      this._columns = columns;
      this._stack.hide();
      this.layer.setColumns(columns);
      this._slider.setColumns(columns);
      this._legend.show(columns.legend);
      this._showAttribution();
      requestAnimationFrame(() => this._drawnFirst());
    }

    _showSelected(isNews) {
      if (!this._columns) return;
      const index = this._selectedIndex();
      this._select(index);
      const bounds = this.layer.boundsOf(index);
      if (isNews && !this._isLegible(bounds)) this._zoomTo(bounds);
    }

    /* Marks the launch; its claimed ranges are drawn as soon as the outlines of the seas are there. */
    _select(index) {
      this.layer.select(index);
      this._buttons.place.disabled = !this.layer.boundsOf(index);
      this._buttons.range.disabled = this.layer.rangesOf(index).length === 0;
      if (!this._buttons.range.disabled && !this._basemap.seas.size) {
        this._basemap.loadSeas().then(() => this.layer.redraw(), () => this._say("The outlines of the seas could not be loaded."));
      }
    }

    /* True for nothing, and for a place that is in view and wide enough to be seen around its symbol. */
    _isLegible(bounds) {
      if (!bounds) return true;
      const corners = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => this._map.latLngToContainerPoint(corner));
      return corners[1].x - corners[0].x >= LEGIBLE && this._map.getBounds().contains(bounds.getCenter());
    }

    /* ---- where the map looks ---- */

    /* A view once told is kept up to date, also when it is a button or Python that moves the map. */
    _zoomTo(bounds, padding = SURROUNDINGS) {
      if (!bounds) return;
      this._hasZoomed = true;
      this._isMoved = this._outbox.message.view !== null;
      this._map.fitBounds(bounds.pad(padding), { ...this._aboveSlider(), animate: !root.dom.wantsStillness() });
    }

    _lookAt(view) {
      this._hasZoomed = true;
      this._outbox.take({ view });
      const { centre, zoom } = root.mapView.fromNumbers(view);
      this._map.setView(centre, zoom, { animate: false });
      clearTimeout(this._viewTimer);
      this._isMoved = false;
    }

    _aboveSlider() {
      return { paddingBottomRight: [0, this._slider.node.offsetHeight] };
    }

    _watchView() {
      const moved = () => {
        this._isMoved = true;
      };
      for (const gesture of GESTURES) this._map.getContainer().addEventListener(gesture, moved, { passive: true });
      this._map.zoomControl.getContainer().addEventListener("click", moved, true); // Leaflet lets it go no further
      this._map.on("dragstart", moved);
      this._map.on("movestart", () => clearTimeout(this._viewTimer));
      this._map.on("moveend", () => {
        clearTimeout(this._viewTimer);
        if (this._isMoved) this._viewTimer = setTimeout(() => this._tellView(), REST_MILLISECONDS);
      });
    }

    _tellView() {
      this._isMoved = false;
      const view = root.mapView.toNumbers(this._map.getCenter(), this._map.getZoom());
      if (!root.mapView.isSame(view, this._outbox.message.view)) this._outbox.tell("view", { view });
    }

    /* Fits North-East Asia above the slider, as soon as the frame has a size. */
    _open() {
      this._map.setMaxBounds(LIMITS);
      if (this._map.getSize().x > 0) this._showRegion();
      else this._map.once("resize", () => this._openSized());
    }

    _openSized() {
      const { view } = this._outbox.message;
      if (view) this._lookAt(view);
      else if (!this._hasZoomed) this._showRegion();
    }

    _showRegion() {
      this._map.fitBounds(OPENING, { ...this._aboveSlider(), animate: false });
    }

    /* ---- to Python ---- */

    _beforeSending(part) {
      const { x, y } = this._map.getSize();
      this._outbox.take({ frame: [x, y, this._slider.node.offsetHeight] });
      if (part !== "event") root.address.replace(this._outbox.message, this._slider.range);
    }

    /* The documented way of streamlit-folium (last_active_drawing): slower, and there should the global go. */
    _sendByFeature(message) {
      const feature = { type: "Feature", geometry: null, properties: message };
      this.layer.fire("click", { layer: { toGeoJSON: () => feature } });
    }

    _onRest(first, last) {
      if (this._sent === `${first} ${last}`) return;
      this._sent = `${first} ${last}`;
      this._outbox.tell("range", { first, last });
    }

    /* The newest of launches that lie on one another is chosen; each further click takes the next, and a list shows all. */
    _onClick(event) {
      const stack = this.layer.at(event.containerPoint);
      this._stack.hide();
      if (!stack.length) return;
      const index = stack[(stack.indexOf(this._selectedIndex()) + 1) % stack.length];
      this._choose(index);
      this._tooltip.hide();
      if (stack.length > 1) this._stack.show(this._columns, stack, index, event.containerPoint, this._map.getSize());
    }

    /* The panel is asked for before the map is drawn anew, which would else keep the page from asking. */
    _choose(index) {
      this._outbox.tell("event", { event_id: this._columns.ids[index] });
      setTimeout(() => this._select(this._selectedIndex()));
    }

    _selectedIndex() {
      const { event_id: id } = this._outbox.message;
      return id === null || !this._columns ? -1 : this._columns.indexOf(id);
    }

    /* ---- the parts ---- */

    _addControls() {
      const container = this._map.getContainer();
      const { element } = root.dom;
      container.classList.add("launch-map");
      this._slider = new root.TimeSlider({
        onChange: (first, last) => this._showRange(first, last),
        onRest: (first, last) => this._onRest(first, last),
      });
      this._legend = new root.Legend();
      this._legend.node.open = container.clientWidth >= WIDE;
      this._control = new root.LayersControl((ids) => this._onLayers(ids));
      this._stack = new root.StackList((launch) => this._choose(launch));
      this._tooltip = new root.Tooltip();
      this._attribution = element("div", "launch-attribution");
      this._message = element("div", "launch-message", { role: "status" });
      this._panels = element("div", "launch-panels");
      this._panels.append(this._control.node, this._legend.node);
      container.append(this._panels, this._attribution, this._message, this._tooltip.node, this._stack.node, this._slider.node);
      this._scale = L.control.scale({ imperial: false, maxWidth: 120 });
      this._addZoomButtons();
      root.dom.keepHeight(this._slider.node, container, "--time-height"); // greater in a narrow frame: all above follows
      this._say("Loading the map …");
    }

    _addZoomButtons() {
      const { button, element, shield } = root.dom;
      const bar = shield(element("div", "leaflet-bar launch-zoom"));
      const selected = () => this._selectedIndex();
      this._buttons = {
        place: button("launch-zoom-place", "Zoom to the selected launch", "zoom-place"),
        range: button("launch-zoom-range", "Show the claimed ranges of the selected launch", "zoom-range"),
        region: button("launch-zoom-region", "Show North-East Asia", "zoom-region"),
        picture: button("launch-zoom-picture", "Save a picture of what I see", "save-picture"),
      };
      this._buttons.place.onclick = () => this._zoomTo(this.layer.boundsOf(selected()));
      this._buttons.range.onclick = () => this._zoomTo(this.layer.boundsOfRanges(selected()), RANGE_MARGIN);
      this._buttons.region.onclick = () => this._zoomTo(OPENING, 0);
      this._buttons.picture.onclick = () => this._savePicture();
      this._buttons.place.disabled = this._buttons.range.disabled = true;
      bar.append(...Object.values(this._buttons));
      const control = L.control({ position: "topleft" });
      control.onAdd = () => bar;
      control.addTo(this._map);
    }

    /* The browser's own picture, twice as fine, without controls and with the footer of the printed map. */
    _savePicture() {
      const { first, last } = this._slider.range;
      const { snapshot, dom } = root;
      const counted = this._columns ? this._columns.count(first, last) : { all: 0, placed: 0, disputed: 0 };
      const words = { first, last, counted, version: this._version, attribution: this._attribution.textContent };
      const redraw = () => {
        this._basemap._reset();
        this.layer.redrawAtRatio();
        if (this._columns) this._legend.show(this._columns.legend);
      };
      const canvas = dom.withRatio(snapshot.SCALE, () => {
        redraw();
        return snapshot.compose(this._map, [this._basemap, this.layer], {
          lines: snapshot.footerLines(words),
          hiddenBelow: this._slider.node.offsetHeight,
          scale: this._map.getContainer().querySelector(".leaflet-control-scale-line"),
          legend: this._legend.node.open ? [...this._legend.node.querySelectorAll(".launch-legend-row")] : [],
        });
      });
      redraw();
      snapshot.saveAndSay(canvas, snapshot.nameOf(first, last, this._version), (text) => this._say(text));
    }

    _showRange(first, last) {
      if (this.layer.setRange(first, last)) this._stack.hide();
    }

    _onLayers(ids) {
      this._showLayers();
      this._outbox.tell("layers", { layers: ids });
    }

    _showLayers() {
      const ids = this._control.shown;
      if (ids.includes("scale")) this._scale.addTo(this._map);
      else this._scale.remove();
      this._tiles.show(ids.includes("tiles"));
      this._showAttribution();
      this._basemap.showLayers(ids).catch((error) => this._say(`A layer could not be loaded (${error.message}).`));
    }

    _showAttribution() {
      this._attribution.textContent = this._control.attribution(this._columns ? this._columns.attribution : "");
    }

    _addPointer() {
      this._map.on("click", this._onClick, this);
      this._map.on("mousemove", (event) => this._hover(event.containerPoint));
      this._map.on("mouseout movestart", () => this._hover(null));
      this._map.on("movestart", () => this._stack.hide());
    }

    _hover(point) {
      this._hovered = point;
      if (this._hoverRequest) return;
      this._hoverRequest = requestAnimationFrame(() => {
        this._hoverRequest = 0;
        const stack = this._hovered ? this.layer.at(this._hovered) : [];
        this._map.getContainer().classList.toggle("launch-map-hit", stack.length > 0);
        if (stack.length) this._tooltip.show(this._columns, stack, this._hovered, this._map.getSize().x);
        else this._tooltip.hide();
      });
    }

    _say(text) {
      this._message.textContent = text;
      this._message.hidden = !text;
    }

    _loadBasemap() {
      const launchesDrawn = new Promise((resolve) => {
        this._drawnFirst = resolve;
        setTimeout(resolve, BASEMAP_WAITS);
      });
      const reading = this._basemap.load(launchesDrawn);
      this._showLayers();
      reading
        .then(() => {
          this._say("");
          this.layer.redraw();
        })
        .catch((error) => this._say(`The basemap could not be loaded (${error.message}). Launches are still shown.`));
    }

    /* ---- for tests and for whoever looks: read only ---- */

    /* Where a launch stands, in pixels of the frame; null when it is not drawn as a symbol just now. */
    screenPosition(eventId) {
      const index = this._columns ? this._columns.indexOf(eventId) : -1;
      const point = index >= 0 && this.layer.isVisible(index) ? this.layer.containerPointOf(index) : null;
      if (!point) return null;
      const box = this._map.getContainer().getBoundingClientRect();
      return { x: box.left + point.x, y: box.top + point.y };
    }

    state() {
      const range = this._slider.range;
      return {
        first: range.first,
        last: range.last,
        inRange: this._columns ? this._columns.count(range.first, range.last).all : null,
        selected: this._outbox.message.event_id,
        view: root.mapView.toNumbers(this._map.getCenter(), this._map.getZoom()),
        zoom: this._map.getZoom(),
        layers: this._control.shown,
        theme: this._theme || "light",
        ranges: this.layer.rangesOf(this._selectedIndex()).map((claimed) => root.claimedRange.inWords(claimed)),
        drawMilliseconds: this.layer.drawMilliseconds,
      };
    }
  }

  let current = null;

  root.create = function (map, urls) {
    current = new LaunchMap(map, urls);
    return current.layer;
  };
  root.command = (parts) => current && current.command(parts);
  root.screenPosition = (eventId) => (current ? current.screenPosition(eventId) : null);
  root.state = () => (current ? current.state() : null);
})((window.launchMap = window.launchMap || {}));
