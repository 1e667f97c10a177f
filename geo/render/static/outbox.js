/* What Python is told: one message of four numbered parts, see geo/render/interactive_map.py. */
(function (root) {
  "use strict";

  class Outbox {
    /* `fallback(message)` sends by streamlit-folium's documented way, where the global it offers is missing. */
    constructor(fallback) {
      this._fallback = fallback;
      this.beforeSending = null; // called with the name of the part
      this.message = {
        event_id: null, event_n: 0,
        first: null, last: null, range_n: 0,
        view: null, view_n: 0,
        layers: null, layers_n: 0,
        frame: null,
      };
    }

    /* Changes a part ("event", "range", "view", "layers"), numbers it anew and sends the whole. */
    tell(part, values) {
      const name = `${part}_n`;
      const number = Math.max(this.message[name] + 1, Date.now()); // larger than before a reload too
      Object.assign(this.message, values, { [name]: number });
      if (this.beforeSending) this.beforeSending(part);
      const copy = { ...this.message };
      if (window.Streamlit) window.Streamlit.setComponentValue(copy);
      else this._fallback(copy);
    }

    /* Takes over what Python says of a part, without sending anything. */
    take(values) {
      Object.assign(this.message, values);
    }

    /* Has the user changed this part since Python last heard of it? Then it stays as he put it. */
    isAhead(part, acknowledged) {
      return this.message[`${part}_n`] > acknowledged;
    }
  }

  root.Outbox = Outbox;
})((window.launchMap = window.launchMap || {}));
