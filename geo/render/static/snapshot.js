/* "What I see": the live map as a picture of twice its size, with legend, scale and a footer; made in the browser. */
(function (root) {
  "use strict";

  const SCALE = 2;
  const SAID_MILLISECONDS = 4000;
  const LINE = 17;
  const EDGE = 12;

  /* The footer's lines. `counted` is {all, placed, disputed}, `version` that of the data, "" when unknown. */
  function footerLines({ first, last, counted, version, attribution }) {
    const launches = `${counted.all} launch${counted.all === 1 ? "" : "es"}`;
    const unplaced = counted.all - counted.placed;
    const placed = unplaced ? `, ${unplaced} without a place` : "";
    return [
      `${root.calendar.rangeInWords(first, last)} · ${launches}${placed} · ` +
        `${counted.disputed} of ${counted.all} with contradictory claims`,
      `${version ? `Data version ${version}` : "Data version unknown"} · ${attribution}`,
    ];
  }

  function nameOf(first, last, version) {
    const iso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
    return `launches_${iso(first)}_${iso(last)}${version ? `_v${version.split(" ")[0]}` : ""}_screen.png`;
  }

  /* Canvas layers from below to above, tiles under them; a tile of another server that forbids it spoils the picture. */
  function drawMap(context, map, layers) {
    const box = map.getContainer().getBoundingClientRect();
    for (const tile of map.getContainer().querySelectorAll("img.leaflet-tile")) {
      const at = tile.getBoundingClientRect();
      context.drawImage(tile, at.left - box.left, at.top - box.top, at.width, at.height);
    }
    for (const layer of layers) {
      const { width, height, margin } = layer._frame;
      context.drawImage(layer._canvas, -margin.x, -margin.y, width, height);
    }
  }

  function drawLegend(context, rows, right) {
    context.font = `12px ${root.lettering.FONT}`;
    const widthOf = (part) => (part.tagName === "CANVAS" ? 28 : context.measureText(part.textContent).width + 6);
    const widths = rows.map((row) => [...row.children].reduce((sum, part) => sum + widthOf(part), 12));
    const width = Math.max(...widths);
    const left = right - width - EDGE;
    context.fillStyle = root.themes.colours.paper;
    context.fillRect(left, EDGE, width, rows.length * 21 + 10);
    rows.forEach((row, i) => {
      let x = left + 6;
      const y = EDGE + 15 + i * 21;
      for (const part of row.children) {
        if (part.tagName === "CANVAS") {
          context.drawImage(part, x, y - 13, 26, 26);
          x += 28;
        } else {
          x += write(context, part.textContent, x, y) + 6;
        }
      }
    });
  }

  function write(context, text, x, y) {
    context.font = `12px ${root.lettering.FONT}`;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = root.themes.colours.ink;
    context.fillText(text, x, y);
    return context.measureText(text).width;
  }

  function drawScale(context, line, bottom) {
    if (!line) return;
    const width = line.offsetWidth;
    context.fillStyle = root.themes.colours.paper;
    context.fillRect(EDGE - 4, bottom - 30, width + 8, 26);
    context.strokeStyle = root.themes.colours.ink;
    context.lineWidth = 1.5;
    context.strokeRect(EDGE, bottom - 11, width, 3);
    write(context, line.textContent, EDGE, bottom - 20);
  }

  /* Words broken into lines that fit. */
  function wrapped(context, text, width) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
      if (context.measureText(longer).width > width && lines[lines.length - 1]) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }

  /* The canvas of the picture. The layers must have been drawn at SCALE. */
  function compose(map, layers, parts) {
    const size = map.getSize();
    const height = size.y - parts.hiddenBelow;
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    context.font = `12px ${root.lettering.FONT}`;
    const lines = parts.lines.flatMap((line) => wrapped(context, line, size.x - 2 * EDGE));
    canvas.width = size.x * SCALE;
    canvas.height = (height + lines.length * LINE + 12) * SCALE;
    context.scale(SCALE, SCALE);
    context.fillStyle = root.themes.colours.sea;
    context.fillRect(0, 0, size.x, height);
    context.save();
    context.beginPath();
    context.rect(0, 0, size.x, height);
    context.clip();
    drawMap(context, map, layers);
    drawScale(context, parts.scale, height);
    if (parts.legend.length) drawLegend(context, parts.legend, size.x);
    context.restore();
    context.fillStyle = root.themes.colours.land;
    context.fillRect(0, height, size.x, lines.length * LINE + 12);
    lines.forEach((line, i) => write(context, line, EDGE, height + 14 + i * LINE));
    return canvas;
  }

  /* Saves the canvas as a file; rejects where the browser refuses to read it (foreign tiles). */
  function save(canvas, name) {
    return new Promise((resolve, reject) => {
      try {
        canvas.toBlob((blob) => {
          if (!blob) return reject(new Error("the browser gave no picture"));
          const link = document.createElement("a");
          link.href = URL.createObjectURL(blob);
          link.download = name;
          link.click();
          setTimeout(() => URL.revokeObjectURL(link.href), 10000);
          return resolve(name);
        }, "image/png");
      } catch (error) {
        reject(error);
      }
    });
  }

  /* Saves, and says for a while how it went. */
  function saveAndSay(canvas, name, say) {
    save(canvas, name)
      .then((saved) => `Saved ${saved}.`, () => "The picture could not be saved; switch online tiles off and try again.")
      .then((text) => say(text))
      .then(() => setTimeout(() => say(""), SAID_MILLISECONDS));
  }

  root.snapshot = { SCALE, footerLines, nameOf, compose, saveAndSay };
})((window.launchMap = window.launchMap || {}));
