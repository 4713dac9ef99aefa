/** What became of the input: lines, rejects, duplicates, and what the columns look like. */
const quality = (() => {
  const MOST_FILES = 50;

  function show(data) {
    const root = page.section("quality");
    if (data.files.length > 0) {
      root.append(page.lead(sentence(data)), files(data));
    }
    if (data.customersFiles.length > 0) {
      root.append(customersFiles(data));
    }
    root.append(rejects(data));
    if (data.profile.length > 0) {
      root.append(profile(data.profile));
    }
  }

  function total(data, column) {
    return data.files.reduce((sum, row) => sum + row[column], 0);
  }

  function sentence(data) {
    const [lines, sales, rejected, duplicates] = [
      "lines_read",
      "sales",
      "rejects",
      "duplicates",
    ].map((column) => total(data, column));
    const lost = lines - sales - rejected - duplicates;
    return (
      `${format.number(lines)} lines were read: ${format.number(sales)} are in the sales, ` +
      `${format.number(rejected)} could not be used and ${format.number(duplicates)} repeat an ` +
      `earlier line; ${lost === 0 ? "nothing is lost" : `${format.number(lost)} are unaccounted for`}.`
    );
  }

  function files(data) {
    const count = (label, column) => table.number(label, (row) => format.number(row[column]));
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, "Files"),
      table.build(
        "What became of the lines of each file",
        [
          table.text("File", (row) => row.source_file),
          count("Lines read", "lines_read"),
          count("Sales", "sales"),
          count("Rejects", "rejects"),
          count("Duplicates", "duplicates"),
        ],
        data.files.slice(0, MOST_FILES),
      ),
      filesLeftOut(data.files, "curated.reconciliation"),
    );
  }

  function filesLeftOut(rows, name) {
    return rows.length > MOST_FILES
      ? page.note(
          `${MOST_FILES} of ${format.number(rows.length)} files are shown; ${name} has all.`,
        )
      : null;
  }

  function customersFiles(data) {
    const count = (label, column) => table.number(label, (row) => format.number(row[column]));
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, "Customers files"),
      table.build(
        "What became of the lines of each customers file",
        [
          table.text("File", (row) => row.source_file),
          count("Lines read", "lines_read"),
          count("Customers", "customers"),
          count("Rejects", "rejects"),
          count("Superseded", "superseded"),
        ],
        data.customersFiles.slice(0, MOST_FILES),
      ),
      filesLeftOut(data.customersFiles, "curated.customer_reconciliation"),
    );
  }

  function rejects(data) {
    const rows = [...data.rejects, ...data.customerRejects];
    if (rows.length === 0) {
      return page.missing("Rejects", "Every line could be used.");
    }
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, "Rejects by reason"),
      table.build(
        "Lines and values that could not be used",
        [
          table.text("Reason", (row) => row.reason),
          table.number("How many", (row) => format.number(row.lines)),
          table.text("For example", (row) => row.example),
        ],
        rows,
      ),
      page.note("curated.rejects and curated.customer_reject have each with its original text."),
    );
  }

  function profile(rows) {
    const names = [...new Set(rows.map((row) => row.table_name))];
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, "Column profile"),
      page.element("p", {}, "What the columns hold, as the latest run found them."),
      ...names.map((name) =>
        folded(
          name,
          rows.filter((row) => row.table_name === name),
        ),
      ),
    );
  }

  function folded(name, rows) {
    const number = (label, column) => table.number(label, (row) => format.short(row[column]));
    return page.element(
      "details",
      {},
      page.element("summary", {}, `${name}, ${format.number(rows[0].column_rows)} rows`),
      table.build(
        `Columns of ${name}`,
        [
          table.text("Column", (row) => row.column_name),
          table.text("Type", (row) => row.column_type),
          table.number("Missing", (row) => format.percent(row.missing_share)),
          table.number("Distinct", (row) => format.number(row.distinct_values)),
          table.text("Lowest", (row) => row.minimum),
          table.text("Highest", (row) => row.maximum),
          number("Mean", "mean"),
          number("Deviation", "standard_deviation"),
          number("Skewness", "skewness"),
          number("Kurtosis", "kurtosis"),
          number("25 %", "p25"),
          number("Median", "p50"),
          number("75 %", "p75"),
        ],
        rows,
      ),
    );
  }

  return { show };
})();
