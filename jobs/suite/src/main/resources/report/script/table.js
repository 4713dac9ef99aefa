/** Tables of figures: for reading, for screen readers, for copying. */
const table = (() => {
  /** Rows of a table that is shown whole. A longer one scrolls, or folds the rest away. */
  const SHORT = 10;

  /**
   * @param columns label, value (of a row) and isNumber each
   */
  function build(caption, columns, rows) {
    const head = page.element(
      "tr",
      {},
      ...columns.map((column) =>
        page.element(
          "th",
          { scope: "col", className: column.isNumber ? "number" : "" },
          column.label,
        ),
      ),
    );
    const body = rows.map((row) =>
      page.element(
        "tr",
        {},
        ...columns.map((column) =>
          page.element(
            "td",
            { className: column.isNumber ? "number" : "" },
            String(column.value(row) ?? "–"),
          ),
        ),
      ),
    );
    const made = page.element(
      "table",
      {},
      page.element("caption", {}, caption),
      page.element("thead", {}, head),
      page.element("tbody", {}, ...body),
    );
    return page.element(
      "div",
      {
        className: rows.length > SHORT ? "scroll long" : "scroll",
        tabIndex: 0,
        role: "region",
        "aria-label": caption,
      },
      made,
    );
  }

  /** The first rows, and the others folded away below; on paper, all. */
  function firstOf(caption, columns, rows) {
    if (rows.length <= SHORT) {
      return [build(caption, columns, rows)];
    }
    const others = page.element(
      "details",
      {},
      page.element("summary", {}, `The next ${rows.length - SHORT}`),
      build(`${caption}, continued`, columns, rows.slice(SHORT)),
    );
    window.addEventListener("beforeprint", () => (others.open = true));
    return [build(caption, columns, rows.slice(0, SHORT)), others];
  }

  /** A table folded away under a chart; built when it is opened. */
  function folded(caption, columns, rows) {
    const details = page.element("details", {}, page.element("summary", {}, "Figures as a table"));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) {
        details.append(build(caption, columns, rows));
      }
    });
    return details;
  }

  function text(label, value) {
    return { label, value, isNumber: false };
  }

  function number(label, value) {
    return { label, value, isNumber: true };
  }

  return { build, firstOf, folded, text, number };
})();
