/** The category that the headline and the sales are of; each has a control, which go together. */
const category = (() => {
  const EVERYTHING = "";
  const UNKNOWN = "Uncategorised";

  const selects = [];
  const followers = [];
  let now = EVERYTHING;

  /** The one that is chosen; empty for all of them. */
  function chosen() {
    return now;
  }

  /** Whether the input names any. */
  function areKnown(sales) {
    return sales.categories.some((row) => row.category !== UNKNOWN);
  }

  /** Calls a function whenever another one is chosen. */
  function follow(redraw) {
    followers.push(redraw);
  }

  function choose(name) {
    now = name;
    selects.forEach((select) => (select.value = name));
    followers.forEach((redraw) => redraw());
  }

  /** @param id of the control, which no other has */
  function control(id, sales) {
    const offered = sales.categories.slice(0, sales.categoriesOffered);
    const select = page.element(
      "select",
      { id },
      page.element("option", { value: EVERYTHING }, "All categories"),
      ...offered.map((row) => page.element("option", { value: row.category }, row.category)),
    );
    select.addEventListener("change", () => choose(select.value));
    selects.push(select);
    return page.element(
      "div",
      { className: "control" },
      page.element("label", { htmlFor: id }, "Category of headline and sales"),
      select,
      offered.length < sales.categories.length
        ? page.element(
            "span",
            {},
            `The ${offered.length} with most revenue of ${format.number(sales.categories.length)}.`,
          )
        : null,
    );
  }

  return { EVERYTHING, UNKNOWN, chosen, areKnown, follow, control };
})();
