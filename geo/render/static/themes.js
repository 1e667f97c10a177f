/* The colours of the map, light and dark. Text meets 4.5 : 1 against what it stands on. */
(function (root) {
  "use strict";

  const THEMES = {
    light: {
      sea: "#e3ebf0",
      land: "#f7f5ef",
      coast: "#93a3ad",
      border: "#a89a92",
      province: "#cfc6be",
      graticule: "rgba(60, 84, 100, 0.22)",
      label: "#5c564f",
      seaLabel: "#3f6178",
      quiet: "#665e56",
      ink: "#1d2126",
      halo: "#ffffff",
      paper: "rgba(255, 255, 255, 0.9)",
      circle: "rgba(50, 60, 70, 0.38)",
      circleFill: "rgba(50, 60, 70, 0.05)",
      range: "#3b4a57",
    },
    dark: {
      sea: "#1a232a",
      land: "#2b3237",
      coast: "#5d6d78",
      border: "#756c66",
      province: "#454d52",
      graticule: "rgba(170, 195, 210, 0.16)",
      label: "#c8c3bb",
      seaLabel: "#8fb3ca",
      quiet: "#a8a39b",
      ink: "#f3f4f5",
      halo: "#e6eaed",
      paper: "rgba(20, 26, 31, 0.9)",
      circle: "rgba(210, 220, 228, 0.42)",
      circleFill: "rgba(210, 220, 228, 0.06)",
      range: "#c6d3dd",
    },
  };

  root.themes = {
    names: Object.keys(THEMES),
    colours: THEMES.light, // those in use
    use(name) {
      root.themes.colours = THEMES[name] || THEMES.light;
    },
    of: (name) => THEMES[name],
  };
})((window.launchMap = window.launchMap || {}));
