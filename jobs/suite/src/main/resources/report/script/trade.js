/** Where things are sold, and what is sold together. */
const trade = (() => {
  /** @param counts how many there are of each dimension, of which the first are given */
  function places(stores, counts) {
    return ["store", "country"]
      .map((dimension) => stores.filter((row) => row.dimension === dimension))
      .filter((rows) => rows.length > 1)
      .map((rows) => placesCard(rows, counts[rows[0].dimension]));
  }

  function placesCard(rows, count) {
    const { dimension } = rows[0];
    const name = format.sentenceCase(dimension);
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, dimension === "store" ? "Stores" : "Countries"),
      ...table.firstOf(
        `Revenue by ${dimension}`,
        [
          table.text(name, (row) => row.dimension_value),
          table.number(format.inCurrency("Revenue"), (row) => format.number(row.gross_revenue, 2)),
          table.number("Share", (row) => format.percent(row.revenue_share)),
          table.number("Orders", (row) => format.number(row.orders)),
          table.number("Customers", (row) => format.number(row.customers)),
        ],
        rows,
      ),
      rows.length < count
        ? page.note(
            `The ${rows.length} with most revenue of ${format.number(count)}; marts.store_performance has all.`,
          )
        : null,
    );
  }

  /** What is bought together; nothing when no pair is often enough. */
  function pairs(rows) {
    if (rows.length === 0) {
      return [];
    }
    return [
      page.element(
        "div",
        { className: "card" },
        page.element("h3", {}, "Bought together"),
        page.element(
          "p",
          {},
          "Lift says how many times as often as by chance; confidence, how many of those who buy the first buy the second too.",
        ),
        ...table.firstOf(
          `The ${rows.length} pairs of products in most orders`,
          [
            table.text("Product", (row) => row.product_name ?? row.product_id),
            table.text("With", (row) => row.other_product_name ?? row.other_product_id),
            table.number("Orders", (row) => format.number(row.orders)),
            table.number("Support", (row) => format.percent(row.support)),
            table.number("Confidence", (row) => format.percent(row.confidence)),
            table.number("Lift", (row) => format.number(row.lift, 1)),
          ],
          rows,
        ),
      ),
    ];
  }

  return { places, pairs };
})();
