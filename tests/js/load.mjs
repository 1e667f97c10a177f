/* Loads scripts of the map as the browser does, one after the other, into a window of their own. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const FOLDER = new URL("../../geo/render/static/", import.meta.url);

/* The namespace window.launchMap after these scripts; `globals` stand in for what the browser would have. */
export function load(names, globals = {}) {
  const window = {};
  const context = createContext({ window, console, performance, ...globals });
  for (const name of names) runInContext(readFileSync(new URL(name, FOLDER), "utf8"), context, { filename: name });
  return window.launchMap;
}

/* Objects made in another context have other prototypes; as plain data they compare. */
export const plain = (value) => JSON.parse(JSON.stringify(value));

export const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86400000;
