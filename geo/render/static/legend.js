/* What the symbols mean, and where the map comes from. Text is set as text, never as markup. */
(function (root) {
  "use strict";

  const SIDE = 26;

  const node = (tag, className, text) => root.dom.element(tag, className, {}, text);

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
    context.fillStyle = root.themes.colours.circleFill;
    context.fill();
    context.strokeStyle = root.themes.colours.circle;
    context.stroke();
  }

  function arc(context) {
    context.beginPath();
    context.arc(-8, 0, 14, -0.9, 0.9);
    context.setLineDash([4, 2.5]);
    context.lineWidth = 1.4;
    context.strokeStyle = root.themes.colours.range;
    context.stroke();
  }

  /* A bar in time above a bar of the histogram. */
  function span(context) {
    context.fillStyle = root.themes.colours.quiet;
    context.fillRect(-10, -5, 20, 2);
    context.fillRect(-3, -1, 4, 8);
  }

  function hatched(context, ratio) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = context.createPattern(root.symbols.hatch(root.themes.colours.quiet, ratio), "repeat");
    context.fillRect(3 * ratio, 6 * ratio, (SIDE - 6) * ratio, (SIDE - 12) * ratio);
    context.strokeStyle = root.themes.colours.quiet;
    context.strokeRect(3 * ratio, 6 * ratio, (SIDE - 6) * ratio, (SIDE - 12) * ratio);
  }

  function sizes(entry) {
    const line = node("div", "launch-legend-row launch-legend-sizes");
    ["1", "2–4", "5+ missiles"].forEach((text, i) => {
      line.append(picture((context) => root.symbols.paint(context, entry, i + 1, false)), node("span", "", text));
    });
    return line;
  }

  root.legendPicture = picture;
  root.Legend = class {
    constructor() {
      this.node = node("details", "launch-legend");
      this.node.dataset.testid = "legend";
      this.node.setAttribute("aria-label", "Legend");
      this.node.append(node("summary", "", "Legend"));
      root.dom.shield(this.node);
    }

    /* Called again when the colours have changed. */
    show(entries) {
      const rows = entries.map((entry) => row((context) => root.symbols.paint(context, entry, 2, false), entry.label));
      const other = entries[entries.length - 1];
      rows.push(
        sizes(other),
        row((context) => root.symbols.paint(context, other, 1, true), "contradictory claims"),
        row(circle, "place within this circle"),
        row(hatched, "only the area known"),
        row(arc, "claimed range, computed"),
        row(span, "day not known, only a span"),
      );
      this.node.replaceChildren(this.node.firstElementChild, ...rows);
    }
  };
})((window.launchMap = window.launchMap || {}));
