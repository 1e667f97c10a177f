/* The map in one file, without a server: its data stand in the page, and its words are written as text nodes. */
(function (root) {
  "use strict";

  const data = (id) => JSON.parse(document.getElementById(id).textContent);
  const isWebAddress = (text) => ["http:", "https:"].some((scheme) => text.toLowerCase().startsWith(`${scheme}/` + "/"));
  const files = data("map-files");
  const launches = data("launch-columns");
  const dossiers = data("launch-dossiers");
  const opening = data("opening");
  const TABLE_ROWS = 2000;

  /* What the map asks for by name is in the page; nothing else can be asked for. */
  window.fetch = (name) =>
    name in files
      ? Promise.resolve({ ok: true, json: () => Promise.resolve(files[name]) })
      : Promise.resolve({ ok: false, status: 404 });

  function node(tag, text = "", className = "") {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function link({ label, url }) {
    if (!isWebAddress(url)) return node("span", label);
    const made = node("a", label);
    made.href = url;
    made.rel = "noopener noreferrer";
    made.target = "_blank";
    return made;
  }

  function claimRow(row) {
    const item = node("li", "", row.preferred ? "preferred" : "");
    const state = `${row.preferred ? " (preferred)" : ""}${row.superseded ? " (superseded)" : ""}`;
    item.append(node("strong", row.value), node("span", ` — ${row.speaker}${state}`));
    if (row.detail) item.append(node("div", row.detail, "detail"));
    if (row.words) item.append(node("blockquote", row.words));
    const references = node("div", "", "references");
    row.references.forEach((each) => references.append(link(each), " "));
    item.append(references);
    return item;
  }

  function blockOf(block) {
    const made = node("section", "", block.contradictory ? "contradictory" : "");
    made.append(node("h3", block.title));
    const list = node("ul");
    block.rows.forEach((row) => list.append(claimRow(row)));
    made.append(list);
    block.findings.forEach((finding) => made.append(node("p", `${finding.class}: ${finding.sentence}`, "finding")));
    return made;
  }

  function showDossier(id) {
    const panel = document.getElementById("panel");
    const dossier = dossiers[id];
    if (!dossier) return;
    const parts = [node("h2", dossier.label), ...dossier.headline.map((line) => node("p", line)), node("p", dossier.summary, "summary")];
    parts.push(...dossier.blocks.map(blockOf));
    if (dossier.not_stated.length) parts.push(node("p", `Not stated: ${dossier.not_stated.join(", ")}.`));
    panel.replaceChildren(...parts);
    panel.scrollTop = 0;
    document.querySelectorAll("tr[aria-selected]").forEach((row) => row.removeAttribute("aria-selected"));
    const row = document.getElementById(`row-${id}`);
    if (row) row.setAttribute("aria-selected", "true");
  }

  function command(selected, range) {
    root.command({
      file: "launches", axis: opening.axis, days: range, selected,
      acknowledged: [0, 0, 0, 0], view: null, layers: null, theme: opening.theme, version: opening.version,
    });
  }

  const isInRange = (row, [first, last]) => row.first !== null && row.last >= first && row.first <= last;

  function fillTable(range) {
    const body = document.getElementById("rows");
    const shown = opening.rows.filter((row) => isInRange(row, range) || (row.first === null && opening.shows_undated));
    body.replaceChildren(...shown.slice(0, TABLE_ROWS).map(tableRow));
    document.getElementById("count").textContent = `${shown.length} of ${opening.rows.length} launches in this range`;
  }

  function tableRow(row) {
    const made = node("tr");
    made.id = `row-${row.id}`;
    const opener = node("button", row.cells[0]);
    opener.type = "button";
    opener.addEventListener("click", () => choose(row.id));
    const first = node("td");
    first.append(opener);
    made.append(first, ...row.cells.slice(1).map((text) => node("td", text)));
    return made;
  }

  let range = opening.days;
  let chosen = null;

  function choose(id) {
    chosen = id;
    command(id, range);
    showDossier(id);
  }

  window.Streamlit = {
    setComponentValue(message) {
      if (message.first !== null && (message.first !== range[0] || message.last !== range[1])) {
        range = [message.first, message.last];
        fillTable(range);
      }
      if (message.event_id && message.event_id !== chosen) {
        chosen = message.event_id;
        showDossier(chosen);
      }
    },
  };

  files.launches = launches;
  const map = L.map("map", {
    minZoom: 2, maxZoom: 11, zoomSnap: 0.25, attributionControl: false, maxBoundsViscosity: 1,
    center: [38.5, 132.5], zoom: 5,
  });
  root.create(map, { basemap: "", data: "" });
  fillTable(range);
  command(opening.selected, range);
  if (opening.selected) showDossier(opening.selected);
})((window.launchMap = window.launchMap || {}));
