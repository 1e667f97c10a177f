/* Elements without markup: text is always set as text. */
(function (root) {
  "use strict";

  function element(tag, className, attributes, text) {
    const node = document.createElement(tag);
    node.className = className;
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    if (text) node.textContent = text;
    return node;
  }

  function button(className, label, testId, text) {
    const node = element("button", className, { type: "button", "aria-label": label, title: label }, text);
    if (testId) node.dataset.testid = testId;
    return node;
  }

  /* A choice of [value, label] pairs. */
  function select(className, label, testId, options) {
    const node = element("select", className, { "aria-label": label, "data-testid": testId });
    setOptions(node, options);
    return node;
  }

  function setOptions(node, options) {
    node.replaceChildren(
      ...options.map(([value, text]) => {
        const option = element("option", "", { value }, text);
        return option;
      }),
    );
  }

  /* Mouse and wheel over a control are not meant for the map under it. */
  function shield(node) {
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return node;
  }

  /* The height of a node, kept in a custom property of its container for the style sheet. */
  function keepHeight(node, container, property) {
    const keep = () => container.style.setProperty(property, `${node.offsetHeight}px`);
    new ResizeObserver(keep).observe(node);
    keep();
  }

  const wantsStillness = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  let forced = 0;

  /* Device pixels to a pixel; while `job` of withRatio runs, as many as it was given. */
  const ratio = () => forced || window.devicePixelRatio || 1;

  function withRatio(wanted, job) {
    forced = wanted;
    try {
      return job();
    } finally {
      forced = 0;
    }
  }

  root.dom = { element, button, select, setOptions, shield, keepHeight, wantsStillness, ratio, withRatio };
})((window.launchMap = window.launchMap || {}));
