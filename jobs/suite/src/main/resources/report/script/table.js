/** Tables of figures: for reading, for screen readers, for copying. */
const table = (() => {
  /** Rows of a table that is shown whole. A longer one scrolls, or folds the rest away. */
  const SHORT = 10;

  /** Columns that a phone has room for; a table of more is a list of its rows there. */
  const NARROW = 3;

  /**
   * @param columns label, value (of a row) and isNumber each
   */
  function build(caption, columns, rows) {
    const head = page.element(
      "tr",
      { role: "row" },
      ...columns.map((column) =>
        page.element(
          "th",
          { scope: "col", role: "columnheader", className: column.isNumber ? "number" : "" },
          column.label,
        ),
      ),
    );
    const body = rows.map((row) =>
      page.element(
        "tr",
        { role: "row" },
        ...columns.map((column) =>
          page.element(
            "td",
            { role: "cell", className: column.isNumber ? "number" : "", "data-label": column.label },
            String(column.value(row) ?? "–"),
          ),
        ),
      ),
    );
    // Browsers forget what a table is when it is laid out as anything else.
    const made = page.element(
      "table",
      { role: "table", className: columns.length > NARROW ? "wide" : "" },
      page.element("caption", {}, caption),
      page.element("thead", { role: "rowgroup" }, head),
      page.element("tbody", { role: "rowgroup" }, ...body),
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
