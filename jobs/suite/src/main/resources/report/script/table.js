/** Tables of figures: for reading, for screen readers, for copying. */
const table = (() => {
  /** A longer one scrolls within its card, or shows so many rows and folds all of them away. */
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

  /** The first rows, and all of them folded away below; what a list without a chart has. */
  function firstOf(caption, columns, rows) {
    return rows.length <= SHORT
      ? [build(caption, columns, rows)]
      : [
          build(`${caption}: the first ${SHORT}`, columns, rows.slice(0, SHORT)),
          folded(caption, columns, rows, `All ${rows.length}`),
        ];
  }

  /** A table folded away, such as under a chart; built when it is opened. */
  function folded(caption, columns, rows, summary = "Figures as a table") {
    const details = page.element("details", {}, page.element("summary", {}, summary));
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
