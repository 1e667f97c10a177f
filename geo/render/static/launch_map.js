/* Puts the map together, takes commands from Python and reports what the user did. */
(function (root) {
  "use strict";

  const OPENING = L.latLngBounds([33, 122], [44, 143]); // North-East Asia
  const LIMITS = L.latLngBounds([-78, -30], [84, 330]); // the Pacific in the middle
  const TIME_HEIGHT = 86; // pixels of the time slider, see launch_map.css
  const SURROUNDINGS = 2.5; // a place is shown with this many times its own extent on every side
  const LEGIBLE = 36; // pixels; a place narrower than this hides under its symbol

  class LaunchMap {
    constructor(map, urls) {
      this._map = map;
      this._urls = urls;
      this._columns = null;
      this._file = "";
      this._state = { event_id: null, event_n: 0, first: null, last: null, range_n: 0 };
      this._basemap = new root.BasemapLayer({ pane: "tilePane" }).addTo(map);
      this.layer = new root.LaunchLayer(this._basemap.areas).addTo(map);
      this._addControls();
      this._addPointer();
      this._open();
      this._loadBasemap();
    }

    /* ---- from Python: numbers and validated ids only ---- */

    /* A part the user has changed since Python last heard of it (`acknowledged`) is left as the user put it. */
    command(file, axis, range, selected, acknowledged) {
      const [eventN, rangeN] = acknowledged;
      this._slider.setAxis(axis[0], axis[1]);
      if (this._state.range_n <= rangeN && !this._slider.isMoving) {
        this._slider.setRange(range[0], range[1]);
        this._sent = `${range[0]} ${range[1]}`;
      }
      const isStale = this._state.event_n > eventN;
      const isNews = !isStale && selected !== this._state.event_id;
      if (!isStale) this._state.event_id = selected;
      this._load(file).then(() => this._showSelected(isNews));
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
      this.layer.setColumns(columns);
      this._slider.setColumns(columns);
      this._legend.show(columns.legend);
      this._attribution.textContent = `${columns.attribution} · Leaflet`;
    }

    _showSelected(isNews) {
      if (!this._columns) return;
      const index = this._selectedIndex();
      this.layer.select(index);
      this._toSelected.disabled = !this.layer.boundsOf(index);
      if (isNews && !this._isLegible(this.layer.boundsOf(index))) this._zoomTo(this.layer.boundsOf(index));
    }

    /* True for nothing, and for a place that is in view and wide enough to be seen around its symbol. */
    _isLegible(bounds) {
      if (!bounds) return true;
      const corners = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => this._map.latLngToContainerPoint(corner));
      return corners[1].x - corners[0].x >= LEGIBLE && this._map.getBounds().contains(bounds.getCenter());
    }

    _zoomTo(bounds) {
      if (!bounds) return;
      this._hasZoomed = true;
      const animate = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      this._map.fitBounds(bounds.pad(SURROUNDINGS), { paddingBottomRight: [0, TIME_HEIGHT], animate });
    }

    /* ---- to Python ---- */

    /* Larger than every number before it, also after the frame was loaded anew. */
    _number(previous) {
      return Math.max(previous + 1, Date.now());
    }

    _send() {
      const message = { ...this._state };
      if (window.Streamlit) window.Streamlit.setComponentValue(message);
      else this._sendByFeature(message);
    }

    /* The documented way of streamlit-folium (last_active_drawing): slower, and there should the global go. */
    _sendByFeature(message) {
      const feature = { type: "Feature", geometry: null, properties: message };
      this.layer.fire("click", { layer: { toGeoJSON: () => feature } });
    }

    _onRest(first, last) {
      if (this._sent === `${first} ${last}`) return;
      this._sent = `${first} ${last}`;
      Object.assign(this._state, { first, last, range_n: this._number(this._state.range_n) });
      this._send();
    }

    /* Of launches that lie on one another each click takes the next, the newest first. */
    _onClick(event) {
      const stack = this.layer.at(event.containerPoint);
      if (!stack.length) return;
      const index = stack[(stack.indexOf(this._selectedIndex()) + 1) % stack.length];
      Object.assign(this._state, { event_id: this._columns.ids[index], event_n: this._number(this._state.event_n) });
      this.layer.select(index);
      this._toSelected.disabled = false;
      this._send();
    }

    _selectedIndex() {
      return this._state.event_id === null ? -1 : this._columns.indexOf(this._state.event_id);
    }

    /* ---- the parts ---- */

    _addControls() {
      const container = this._map.getContainer();
      container.classList.add("launch-map");
      this._slider = new root.TimeSlider({
        onChange: (first, last) => this.layer.setRange(first, last),
        onRest: (first, last) => this._onRest(first, last),
      });
      this._legend = new root.Legend();
      this._legend.node.open = container.clientWidth >= 480;
      this._attribution = L.DomUtil.create("div", "launch-attribution");
      this._message = L.DomUtil.create("div", "launch-message");
      this._message.setAttribute("role", "status");
      this._tooltip = L.DomUtil.create("div", "launch-tooltip");
      this._tooltip.hidden = true;
      container.append(this._legend.node, this._attribution, this._message, this._tooltip, this._slider.node);
      this._addZoomButtons();
      L.control.scale({ imperial: false, maxWidth: 120 }).addTo(this._map);
      this._say("Loading the map …");
    }

    _addZoomButtons() {
      const bar = L.DomUtil.create("div", "leaflet-bar launch-zoom");
      const button = (name, label, onClick) => {
        const made = L.DomUtil.create("button", `launch-zoom-${name}`, bar);
        Object.assign(made, { type: "button", title: label, onclick: onClick });
        made.setAttribute("aria-label", label);
        made.dataset.testid = `zoom-${name}`;
        return made;
      };
      this._toSelected = button("place", "Zoom to the selected launch", () => this._zoomTo(this.layer.boundsOf(this._selectedIndex())));
      this._toSelected.disabled = true;
      button("region", "Show North-East Asia", () => this._showRegion());
      L.DomEvent.disableClickPropagation(bar);
      const control = L.control({ position: "topleft" });
      control.onAdd = () => bar;
      control.addTo(this._map);
    }

    _addPointer() {
      this._map.on("click", this._onClick, this);
      this._map.on("mousemove", (event) => this._hover(event.containerPoint));
      this._map.on("mouseout movestart", () => this._hover(null));
    }

    _hover(point) {
      this._hovered = point;
      if (this._hoverRequest) return;
      this._hoverRequest = requestAnimationFrame(() => {
        this._hoverRequest = 0;
        const stack = this._hovered ? this.layer.at(this._hovered) : [];
        this._map.getContainer().classList.toggle("launch-map-hit", stack.length > 0);
        this._tooltip.hidden = stack.length === 0;
        if (stack.length) this._showTooltip(stack, this._hovered);
      });
    }

    _showTooltip(stack, point) {
      const launch = stack[0];
      const columns = this._columns;
      const { inWords } = root.calendar;
      const first = inWords(columns.first[launch]);
      const last = inWords(columns.last[launch]);
      const day = first === last ? first : `between ${first} and ${last}`;
      const more = stack.length > 1 ? ` · ${stack.length} launches here, click again for the next` : "";
      this._tooltip.textContent = `${day} · ${columns.legend[columns.symbolClass[launch]].label}${more}`;
      const width = this._map.getSize().x;
      const isRight = point.x > width / 2;
      this._tooltip.style.left = isRight ? "" : `${point.x + 14}px`;
      this._tooltip.style.right = isRight ? `${width - point.x + 14}px` : "";
      this._tooltip.style.top = `${Math.max(4, point.y - 28)}px`;
    }

    _say(text) {
      this._message.textContent = text;
      this._message.hidden = !text;
    }

    _loadBasemap() {
      this._basemap
        .load(this._urls.basemap)
        .then(() => {
          this._say("");
          this.layer.redraw();
        })
        .catch((error) => this._say(`The basemap could not be loaded (${error.message}). Launches are still shown.`));
    }

    /* Fits North-East Asia above the slider, as soon as the frame has a size. */
    _open() {
      this._map.setMaxBounds(LIMITS);
      if (this._map.getSize().x > 0) this._showRegion();
      else this._map.once("resize", () => this._hasZoomed || this._showRegion());
    }

    _showRegion() {
      this._map.fitBounds(OPENING, { paddingBottomRight: [0, TIME_HEIGHT], animate: false });
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
        selected: this._state.event_id,
        zoom: this._map.getZoom(),
        drawMilliseconds: this.layer.drawMilliseconds,
      };
    }
  }

  let current = null;

  root.create = function (map, urls) {
    current = new LaunchMap(map, urls);
    return current.layer;
  };
  root.command = (...parts) => current && current.command(...parts);
  root.screenPosition = (eventId) => (current ? current.screenPosition(eventId) : null);
  root.state = () => (current ? current.state() : null);
})((window.launchMap = window.launchMap || {}));
