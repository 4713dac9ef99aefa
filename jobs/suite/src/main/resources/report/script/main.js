/** Reads the page's data and shows each section. */
(() => {
  const data = unfolded(JSON.parse(document.getElementById("report-data").textContent));

  /** Makes objects of rows whose columns are written once. */
  function unfolded(value) {
    if (Array.isArray(value) || value === null || typeof value !== "object") {
      return value;
    }
    const { columns, rows } = value;
    if (columns && rows) {
      return rows.map((row) =>
        Object.fromEntries(columns.map((column, place) => [column, row[place]])),
      );
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unfolded(part)]));
  }

  headline.show(data.headline, data.sales);
  sales.show(data.sales);
  segments.show(data.segments);
  customers.show(data.customers, data.segments);
  recommender.show(data.recommender);
  customer.show(data.lookUp, data.segments.profiles);
  quality.show(data.quality);
  making.show(data.making);
})();
