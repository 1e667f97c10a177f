import assert from "node:assert/strict";
import { test } from "node:test";
import { day, load, plain } from "./load.mjs";

const { address } = load(["address.js"], { URLSearchParams });
const RANGE = { first: day("2021-10-01"), last: day("2021-10-31") };

test("fields are written as Python writes them", () => {
  const fields = address.fieldsOf({ view: [385000, 1325123, 525], layers: ["names", "scale"] }, RANGE);
  assert.deepEqual(plain(fields), { from: "2021-10-01", to: "2021-10-31", map: "38.5,132.5123,5.25", layers: "names.scale" });
});

test("what the map does not know stays, and the order is that of the page", () => {
  const query = address.merged("?embed=true&event=x&layers=names", { from: "2021-10-01", to: "2021-10-31", map: "38.5,132,5", layers: null });
  assert.equal(query, "embed=true&event=x&from=2021-10-01&to=2021-10-31&map=38.5%2C132%2C5&layers=names");
});
