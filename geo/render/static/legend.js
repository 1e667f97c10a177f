/* What the symbols mean, and where the map comes from. Text is set as text, never as markup. */
(function (root) {
  "use strict";

  const SIDE = 26;

  function node(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function picture(draw) {
    const ratio = window.devicePixelRatio || 1;
    const canvas = node("canvas", "launch-legend-symbol");
    canvas.width = canvas.height = SIDE * ratio;
    canvas.setAttribute("aria-hidden", "true");
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.translate(SIDE / 2, SIDE / 2);
    draw(context, ratio);
    return canvas;
  }

  function row(draw, text) {
    const line = node("div", "launch-legend-row");
    line.append(picture(draw), node("span", "", text));
    return line;
  }

  function circle(context) {
    context.beginPath();
    context.arc(0, 0, 10, 0, 2 * Math.PI);
    context.fillStyle = "rgba(50, 60, 70, 0.08)";
    context.fill();
    context.strokeStyle = "rgba(50, 60, 70, 0.6)";
    context.stroke();
  }

  function hatched(context, ratio) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = context.createPattern(root.symbols.hatch("#6b6b6b", ratio), "repeat");
    context.fillRect(3 * ratio, 6 * ratio, (SIDE - 6) * ratio, (SIDE - 12) * ratio);
    context.strokeStyle = "#6b6b6b";
    context.strokeRect(3 * ratio, 6 * ratio, (SIDE - 6) * ratio, (SIDE - 12) * ratio);
  }

  function sizes(entry) {
    const line = node("div", "launch-legend-row launch-legend-sizes");
    ["1", "2–4", "5 or more missiles"].forEach((text, i) => {
      line.append(picture((context) => root.symbols.paint(context, entry, i + 1, false)), node("span", "", text));
    });
    return line;
  }

  root.Legend = class {
    constructor() {
      this.node = node("details", "launch-legend");
      this.node.dataset.testid = "legend";
      this.node.setAttribute("aria-label", "Legend");
      this.node.append(node("summary", "", "Legend"));
      L.DomEvent.disableClickPropagation(this.node);
      L.DomEvent.disableScrollPropagation(this.node);
    }

    show(entries) {
      const rows = entries.map((entry) => row((context) => root.symbols.paint(context, entry, 2, false), entry.label));
      const other = entries[entries.length - 1];
      rows.push(
        sizes(other),
        row((context) => root.symbols.paint(context, other, 1, true), "claims contradict each other"),
        row(circle, "the place lies within this circle"),
        row(hatched, "only the area is known"),
      );
      this.node.replaceChildren(this.node.firstElementChild, ...rows);
    }
  };
})((window.launchMap = window.launchMap || {}));
