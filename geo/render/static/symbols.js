/* The symbols: each class has a colour and a shape; a dark ring marks contradictory claims. */
(function (root) {
  "use strict";

  const RADII = [0, 5.5, 7.5, 9.5]; // pixels, by size 1 to 3

  function polygon(context, corners) {
    context.beginPath();
    corners.forEach(([x, y]) => context.lineTo(x, y));
    context.closePath();
  }

  function starCorners(radius) {
    return Array.from({ length: 10 }, (_, i) => {
      const reach = i % 2 === 0 ? radius * 1.15 : radius * 0.5;
      const angle = (Math.PI * i) / 5 - Math.PI / 2;
      return [Math.cos(angle) * reach, Math.sin(angle) * reach];
    });
  }

  function crossCorners(radius) {
    const arm = radius * 0.95;
    const half = radius * 0.34;
    const plus = [
      [-half, -arm], [half, -arm], [half, -half], [arm, -half], [arm, half], [half, half],
      [half, arm], [-half, arm], [-half, half], [-arm, half], [-arm, -half], [-half, -half],
    ];
    return plus.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);
  }

  const SHAPES = {
    circle(context, r) {
      context.beginPath();
      context.arc(0, 0, r * 0.92, 0, 2 * Math.PI);
    },
    square: (context, r) => polygon(context, [[-r * 0.82, -r * 0.82], [r * 0.82, -r * 0.82], [r * 0.82, r * 0.82], [-r * 0.82, r * 0.82]]),
    diamond: (context, r) => polygon(context, [[0, -r * 1.12], [r * 1.12, 0], [0, r * 1.12], [-r * 1.12, 0]]),
    triangle: (context, r) => polygon(context, [[0, -r * 1.1], [r, r * 0.75], [-r, r * 0.75]]),
    star: (context, r) => polygon(context, starCorners(r)),
    chevron: (context, r) => polygon(context, [[0, -r], [r, r * 0.2], [r, r * 0.9], [0, -r * 0.15], [-r, r * 0.9], [-r, r * 0.2]]),
    cross: (context, r) => polygon(context, crossCorners(r)),
  };

  /* Draws one symbol around the origin of the context. An unknown shape is an error, not a dot. */
  function paint(context, entry, size, contradictory) {
    const shape = SHAPES[entry.shape];
    if (!shape) throw new Error(`no symbol of shape ${entry.shape}`);
    const radius = RADII[size];
    context.lineJoin = "round";
    shape(context, radius);
    context.lineWidth = 2.5;
    context.strokeStyle = root.themes.colours.halo;
    context.stroke();
    context.fillStyle = entry.colour;
    context.fill();
    if (!contradictory) return;
    context.beginPath();
    context.arc(0, 0, radius + 3.5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = root.themes.colours.ink;
    context.stroke();
  }

  function paintLaunch(context, columns, launch) {
    const entry = columns.legend[columns.symbolClass[launch]];
    paint(context, entry, 1, Boolean(columns.contradictory[launch]));
  }

  /* A square picture for stamping, whole device pixels wide, with the origin at its centre. */
  function picture(side, ratio, draw) {
    const width = Math.ceil(side * ratio);
    const canvas = new OffscreenCanvas(width, width);
    const context = canvas.getContext("2d");
    context.translate(width / 2, width / 2);
    context.scale(ratio, ratio);
    draw(context);
    return { bitmap: canvas.transferToImageBitmap(), width };
  }

  function sprite(entry, size, contradictory, ratio) {
    return picture(2 * (RADII[size] + 6), ratio, (context) => paint(context, entry, size, contradictory));
  }

  /* Diagonal lines for an area without a point. */
  function hatch(colour, ratio) {
    const step = 8 * ratio;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.round(step);
    const context = canvas.getContext("2d");
    context.strokeStyle = colour;
    context.lineWidth = 1.4 * ratio;
    for (const shift of [-step, 0, step]) {
      context.moveTo(shift - 1, step + 1);
      context.lineTo(shift + step + 1, -1);
    }
    context.stroke();
    return canvas;
  }

  root.symbols = { RADII, paint, paintLaunch, picture, sprite, hatch };
})((window.launchMap = window.launchMap || {}));
