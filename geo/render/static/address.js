/* The address of the page around the map: range, view and layers replace what it says, without an entry in the
   browser's history. Python then publishes the same address, which changes nothing; were this frame not allowed to
   reach its page, Python's would be an entry of its own. Order and form are those of geo/services/address.py. */
(function (root) {
  "use strict";

  const ORDER = [
    "event", "asof", "from", "to", "q", "least",
    "class", "missile", "place", "publisher", "speaker", "outcome", "finding", "disputed",
    "map", "layers",
  ];
  const UNITS = [10000, 10000, 100];

  /* Fields of the address for a message and a range of days; null where the message says nothing. */
  function fieldsOf({ view, layers }, { first, last }) {
    const iso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
    return {
      from: iso(first),
      to: iso(last),
      map: view ? view.map((part, i) => String(part / UNITS[i])).join(",") : null,
      layers: layers ? layers.join(".") : null,
    };
  }

  /* The query with these fields set, null leaving a field as it is: fields of others first, ours in their order. */
  function merged(query, fields) {
    const found = new URLSearchParams(query);
    for (const [name, value] of Object.entries(fields)) if (value !== null) found.set(name, value);
    const place = ([name]) => ORDER.indexOf(name);
    return new URLSearchParams([...found].sort((one, other) => place(one) - place(other))).toString();
  }

  function replace(message, range) {
    try {
      const page = window.parent.location;
      const query = merged(page.search, fieldsOf(message, range));
      if (`?${query}` !== page.search) window.parent.history.replaceState({}, "", `${page.pathname}?${query}${page.hash}`);
    } catch {
      /* a page of another origin: Python publishes the address */
    }
  }

  root.address = { fieldsOf, merged, replace };
})((window.launchMap = window.launchMap || {}));
