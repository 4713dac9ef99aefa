/** The days that the page is of, and the figures that come first, which follow the category. */
const headline = (() => {
  function show(data, sales) {
    const root = page.section("headline");
    const all = data.summaries.find((row) => row.summary_level === "all");
    if (!all) {
      root.append(
        page.missing(
          "No sales yet",
          "The lake has no table of revenue with sales in it: tributary run fills it from files of transactions.",
        ),
      );
      return;
    }
    format.useCurrency(all.currency);
    const period = `${format.day(all.first_sale_date)} to ${format.day(all.last_sale_date)}`;
    document.getElementById("title").textContent = "The shop in figures";
    document.getElementById("subtitle").textContent =
      `Sales from ${period}${currencyOf(all)}. Gross is what was sold; net is less returns and cancellations.`;
    const shown = page.element(
      "div",
      { "aria-live": "polite" },
      figures(all, data.products),
      bests(all),
    );
    if (category.areKnown(sales)) {
      root.append(category.control("headline-category", sales));
      category.follow(() => {
        const one = data.summaries.find(
          (row) => row.summary_level === "category" && row.category === category.chosen(),
        );
        shown.replaceChildren(
          ...(one
            ? [page.note(`${one.category} only.`), figures(one, productsOf(one, sales)), bests(one)]
            : [figures(all, data.products), bests(all)]),
        );
      });
    }
    root.append(shown);
  }

  function currencyOf(all) {
    return all.currency === "XXX" ? "" : `, in ${all.currency}`;
  }

  function productsOf(one, sales) {
    return sales.categories.find((row) => row.category === one.category)?.products;
  }

  /** @param products how many were sold */
  function figures(all, products) {
    return list([
      ["Gross revenue", format.money(all.gross_revenue, 0)],
      ["Net revenue", format.money(all.net_revenue, 0)],
      ["Orders", format.number(all.orders)],
      ["Known customers", format.number(all.customers)],
      ["Products", format.number(products)],
      ["Units sold", format.number(all.units_sold)],
      ["Average order", format.money(all.average_order_value)],
      ["Average revenue per unit", format.money(all.average_revenue_per_unit)],
    ]);
  }

  function list(pairs, layout = "") {
    return page.element(
      "dl",
      { className: `figures ${layout}` },
      ...pairs.map(([name, figure]) =>
        page.element("div", {}, page.element("dt", {}, name), page.element("dd", {}, figure)),
      ),
    );
  }

  function bests(all) {
    const pairs = [];
    if (all.top_category && all.summary_level === "all") {
      pairs.push([`Top category, ${format.money(all.top_category_revenue, 0)}`, all.top_category]);
    }
    if (all.best_selling_product_id) {
      pairs.push([
        `Best-selling product, ${format.number(all.best_selling_units)} units`,
        all.best_selling_product_name ?? all.best_selling_product_id,
      ]);
    }
    if (all.most_profitable_product_id) {
      pairs.push([
        `Most revenue per unit, ${format.money(all.most_profitable_per_unit)} ` +
          `over ${format.number(all.most_profitable_units)} units`,
        all.most_profitable_product_name ?? all.most_profitable_product_id,
      ]);
    }
    return list(pairs, "bests");
  }

  return { show };
})();
