/* Date, place and missile of the launch under the pointer: numbers and names of our own lists, set as text. */
(function (root) {
  "use strict";

  const GAP = 14; // pixels from the pointer

  class Tooltip {
    constructor() {
      this.node = root.dom.element("div", "launch-tooltip", { "aria-hidden": "true" });
      this.node.hidden = true;
    }

    hide() {
      this.node.hidden = true;
    }

    show(columns, stack, point, width) {
      const launch = stack[0];
      const parts = [columns.daysInWords(launch), columns.placeOf(launch), columns.missileOf(launch)];
      if (stack.length > 1) parts.push(`${stack.length} launches here, click to list them`);
      this.node.textContent = parts.filter(Boolean).join(" · ");
      this.node.hidden = false;
      const isRight = point.x > width / 2;
      this.node.style.left = isRight ? "" : `${point.x + GAP}px`;
      this.node.style.right = isRight ? `${width - point.x + GAP}px` : "";
      this.node.style.top = `${Math.max(4, point.y - 2 * GAP)}px`;
    }
  }

  root.Tooltip = Tooltip;
})((window.launchMap = window.launchMap || {}));
