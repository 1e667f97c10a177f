/* A Leaflet layer drawn on one canvas, somewhat larger than the map so that a drag shows no edge. */
(function (root) {
  "use strict";

  const MARGIN = 0.25;

  root.CanvasLayer = L.Layer.extend({
    onAdd() {
      this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated launch-canvas");
      this._canvas.setAttribute("aria-hidden", "true");
      this._context = this._canvas.getContext("2d");
      this.getPane().appendChild(this._canvas);
      this._reset();
    },

    onRemove() {
      this._canvas.remove();
    },

    getEvents() {
      return { viewreset: this._reset, moveend: this._reset, resize: this._reset, zoomanim: this._animateZoom };
    },

    /* Draws at the next animation frame, however often it is asked for until then. */
    redraw() {
      if (this._frameRequest || !this._map) return;
      this._frameRequest = requestAnimationFrame(() => {
        this._frameRequest = 0;
        if (this._map) this._draw();
      });
    },

    /* Transforms from unit Mercator coordinates (0..1) to canvas pixels: unit * scale - left. */
    _reset() {
      const size = this._map.getSize();
      const margin = size.multiplyBy(MARGIN).round();
      const corner = this._map.containerPointToLayerPoint(margin.multiplyBy(-1));
      const origin = this._map.getPixelOrigin().add(corner);
      this._corner = this._map.layerPointToLatLng(corner);
      this._frame = {
        ratio: root.dom.ratio(),
        width: size.x + 2 * margin.x,
        height: size.y + 2 * margin.y,
        scale: this._map.options.crs.scale(this._map.getZoom()),
        left: origin.x,
        top: origin.y,
        margin,
      };
      L.DomUtil.setPosition(this._canvas, corner);
      this._resize();
      this._draw();
    },

    _resize() {
      const { width, height, ratio } = this._frame;
      if (this._canvas.width !== width * ratio || this._canvas.height !== height * ratio) {
        this._canvas.width = width * ratio;
        this._canvas.height = height * ratio;
        this._canvas.style.width = `${width}px`;
        this._canvas.style.height = `${height}px`;
      }
    },

    _animateZoom(event) {
      const scale = this._map.getZoomScale(event.zoom);
      L.DomUtil.setTransform(this._canvas, this._map._latLngToNewLayerPoint(this._corner, event.zoom, event.center), scale);
    },

    _clear() {
      this._context.setTransform(1, 0, 0, 1, 0, 0);
      this._context.clearRect(0, 0, this._canvas.width, this._canvas.height);
    },

    _useUnits(turns) {
      const { ratio, scale, left, top } = this._frame;
      const zoom = ratio * scale;
      this._context.setTransform(zoom, 0, 0, zoom, (turns * scale - left) * ratio, -top * ratio);
    },

    _usePixels() {
      this._context.setTransform(this._frame.ratio, 0, 0, this._frame.ratio, 0, 0);
    },

    _isInView(box, turns) {
      const { scale, left, top, width, height } = this._frame;
      const west = (box.west + turns) * scale - left;
      const east = (box.east + turns) * scale - left;
      return west < width && east > 0 && box.north * scale - top < height && box.south * scale - top > 0;
    },
  });
})((window.launchMap = window.launchMap || {}));
