/* Launches that lie on one another, as a list beside the place: dates and names of our own, one of them to be chosen. */
(function (root) {
  "use strict";

  const MOST_ROWS = 100;
  const WIDTH = 280; // pixels, see launch_map.css
  const GAP = 14;

  class StackList {
    /* `onChoose(launch)` is called with the index of the launch chosen. */
    constructor(onChoose) {
      const { element, button, shield } = root.dom;
      this._onChoose = onChoose;
      this.node = element("div", "launch-stack", { role: "dialog", "aria-label": "Launches at this place", "data-testid": "stack" });
      this._title = element("div", "launch-stack-title");
      this._close = button("launch-stack-close", "Close the list", "stack-close", "×");
      this._close.addEventListener("click", () => this.hide());
      this._list = element("ul", "launch-stack-list");
      this.node.append(this._title, this._close, this._list);
      this.node.hidden = true;
      this.node.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
      shield(this.node);
    }

    hide() {
      this.node.hidden = true;
    }

    /* Lists `stack` (indices of launches, the one on top first) beside a pixel of the map, `selected` marked. */
    show(columns, stack, selected, point, size) {
      const shown = stack.slice(0, MOST_ROWS);
      const rest = stack.length - shown.length;
      this._title.textContent = `${stack.length} launches at this place` + (rest ? `, the newest ${MOST_ROWS} listed` : "");
      this._list.replaceChildren(...shown.map((launch) => this._row(columns, launch, launch === selected)));
      this.node.hidden = false;
      this._place(point, size);
    }

    _row(columns, launch, isSelected) {
      const { element } = root.dom;
      const row = element("li", "");
      const choice = element("button", "launch-stack-row", { type: "button", "data-event": columns.ids[launch] });
      if (isSelected) choice.setAttribute("aria-current", "true");
      choice.append(
        root.legendPicture((context) => root.symbols.paintLaunch(context, columns, launch)),
        element("span", "launch-stack-day", {}, columns.daysInWords(launch)),
        element("span", "launch-stack-name", {}, columns.missileOf(launch)),
      );
      choice.addEventListener("click", () => this._choose(launch, choice));
      row.append(choice);
      return row;
    }

    _choose(launch, choice) {
      for (const other of this._list.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
      choice.setAttribute("aria-current", "true");
      this._onChoose(launch);
    }

    _place(point, size) {
      const width = Math.min(WIDTH, size.x - 2 * GAP);
      const isRight = point.x + GAP + width > size.x;
      const left = isRight ? Math.max(GAP, point.x - GAP - width) : point.x + GAP;
      const top = Math.min(point.y - 20, size.y - this.node.offsetHeight - 110);
      this.node.style.left = `${left}px`;
      this.node.style.top = `${Math.max(6, top)}px`;
    }
  }

  root.StackList = StackList;
})((window.launchMap = window.launchMap || {}));
