/**
 * Colours after Okabe and Ito, which people with any kind of colour vision can tell apart; darkened
 * for the light page until each is at least 3:1 against it. A shape goes with each colour.
 */
const palette = (() => {
  const light = {
    ink: "#1d2329",
    quiet: "#566069",
    line: "#dedbd4",
    card: "#ffffff",
    faint: "#f1f3f5",
    series: [
      "#0072b2",
      "#d55e00",
      "#008f68",
      "#b5578a",
      "#a87400",
      "#2f8fcb",
      "#444b54",
      "#7a7a00",
    ],
    low: "#d55e00",
    high: "#0072b2",
  };
  const dark = {
    ink: "#e9ecef",
    quiet: "#a9b3bd",
    line: "#3a444e",
    card: "#1a2026",
    faint: "#232b33",
    series: [
      "#56b4e9",
      "#ff8c42",
      "#2cc29a",
      "#e08dbb",
      "#e6b93c",
      "#8fa8ff",
      "#b9c3cf",
      "#c3c95a",
    ],
    low: "#ff8c42",
    high: "#56b4e9",
  };
  const symbols = [
    "circle",
    "rect",
    "triangle",
    "diamond",
    "path://M4 0h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    "path://M0 0h12l-6 11z",
    "path://M3 0h6l3 5.2l-3 5.2h-6l-3 -5.2z",
    "path://M6 0l1.8 4.2h4.2l-3.4 2.8l1.4 4.6l-4 -2.8l-4 2.8l1.4 -4.6l-3.4 -2.8h4.2z",
  ];
  const isDark = window.matchMedia("(prefers-color-scheme: dark)");

  function colours(forPrint) {
    return isDark.matches && !forPrint ? dark : light;
  }

  function symbol(number) {
    return symbols[number % symbols.length];
  }

  /** @param share from 0 (all `from`) to 1 (all `to`) */
  function mix(from, to, share) {
    const parts = [1, 3, 5].map((at) => {
      const [low, high] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16));
      return Math.round(low + (high - low) * share);
    });
    return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }

  /** The text colour that reads better on a background. */
  function inkOn(background) {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const channel = parseInt(background.slice(at, at + 2), 16) / 255;
      return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.22 ? "#12161a" : "#ffffff";
  }

  return { colours, symbol, mix, inkOn, isDark };
})();
