/** Revenue over time, products and categories, all of which follow the chosen category. */
const sales = (() => {
  const MOST_SLICES = 7;
  const MOST_BARS = 15;

  let data;

  function show(given) {
    data = given;
    const root = page.section("sales");
    if (data.months.length === 0) {
      root.append(page.missing("No sales yet", "There is no revenue by month to show."));
      return;
    }
    const figures = [revenue(), products()];
    if (category.areKnown(data)) {
      figures.push(
        page.pair(categories(), hasSubcategories() ? subcategories() : noSubcategories()),
      );
      root.append(category.control("category", data));
    } else {
      figures.push(
        page.missing(
          "Categories",
          "The input names no categories, so products cannot be grouped by them. A source profile maps a column to category, and to subcategory.",
        ),
      );
    }
    root.append(
      ...figures,
      ...trade.places(data.stores, data.placeCounts),
      ...trade.pairs(data.pairs),
    );
  }

  function hasSubcategories() {
    return data.subcategories.some((row) => row.subcategory !== category.UNKNOWN);
  }

  function noSubcategories() {
    return page.missing(
      "Subcategories",
      "The input names no subcategories. A source profile maps a column to subcategory.",
    );
  }

  /** A figure that follows the filter. */
  function following(settings) {
    const { rows, table: tableOf, ...others } = settings;
    const figure = chart.figure({ ...others, table: tableOf(rows()) });
    category.follow(() => figure.redraw(tableOf(rows())));
    return figure;
  }

  function ofChosen(rows) {
    const chosen = category.chosen();
    return chosen === category.EVERYTHING
      ? rows
      : rows.filter((row) => row.category === chosen);
  }

  /** Of a title: what is shown. */
  function ofWhat() {
    return category.chosen() ? `, ${category.chosen()}` : "";
  }

  /** Every month from the shop's first to its last: one without a sale brought nothing. */
  function months() {
    const isAll = category.chosen() === category.EVERYTHING;
    const rows = new Map(
      (isAll ? data.months : ofChosen(data.categoryMonths)).map((row) => [row.sale_month, row]),
    );
    const isComplete = new Map(data.months.map((row) => [row.sale_month, row.is_complete]));
    return format
      .monthsBetween(data.months[0].sale_month, data.months.at(-1).sale_month)
      .map(
        (month) =>
          rows.get(month) ?? {
            sale_month: month,
            is_complete: isComplete.get(month) ?? true,
            gross_revenue: 0,
            net_revenue: 0,
          },
      );
  }

  function revenue() {
    const isCut = data.months.some((row) => !row.is_complete);
    return following({
      title: "Revenue over time",
      lead:
        "By month; net is gross less returns and cancellations." +
        (isCut ? " The last month is not complete." : ""),
      label: "gross and net revenue by month; the table below has each figure",
      rows: months,
      option: revenueOption,
      table: (rows) =>
        table.folded(
          `Revenue by month${ofWhat()}`,
          [
            table.text("Month", (row) => monthOf(row)),
            table.number(format.inCurrency("Gross"), (row) => format.number(row.gross_revenue, 2)),
            table.number(format.inCurrency("Net"), (row) => format.number(row.net_revenue, 2)),
          ],
          rows,
        ),
    });
  }

  function monthOf(row) {
    return format.month(row.sale_month) + (row.is_complete ? "" : " (not complete)");
  }

  function revenueOption(colours, element) {
    const rows = months();
    const line = (name, column, number, type) => ({
      name,
      type: "line",
      symbol: palette.symbol(number),
      symbolSize: 7,
      lineStyle: { width: 2.5, type },
      data: rows.map((row) => row[column]),
    });
    return {
      legend: axis.legend(colours, ["Gross", "Net"], element).option,
      grid: axis.grid({ top: 58 }),
      tooltip: {
        trigger: "axis",
        formatter: (points) =>
          tip.text(
            monthOf(rows[points[0].dataIndex]),
            points.map((point) => [point.seriesName, format.money(point.value, 0)]),
          ),
      },
      xAxis: axis.across(colours, "Month", {
        type: "category",
        data: rows.map((row) => format.month(row.sale_month)),
      }),
      yAxis: axis.up(colours, format.inCurrency("Revenue"), { ...axis.compact(), nameGap: 18 }),
      series: [line("Gross", "gross_revenue", 0, "solid"), line("Net", "net_revenue", 1, "dashed")],
    };
  }

  function sold() {
    return ofChosen(data.products).filter((row) => row.units_sold > 0 && row.gross_revenue > 0);
  }

  function products() {
    return following({
      title: "Product profitability",
      lead:
        "Each mark is a product; the larger it is, the more a unit brings. High on the left sells " +
        `seldom and dear, low on the right often and cheap.${bounds()}`,
      label: "products by units sold and revenue; the table below has the first of them",
      height: "28rem",
      rows: sold,
      option: productsOption,
      table: (rows) =>
        table.folded(
          `The ${Math.min(50, rows.length)} products with most revenue${ofWhat()}`,
          [
            table.text("Product", nameOf),
            table.number("Units", (row) => format.number(row.units_sold)),
            table.number(format.inCurrency("Revenue"), (row) =>
              format.number(row.gross_revenue, 2),
            ),
            table.number(format.inCurrency("Per unit"), (row) =>
              format.number(row.average_revenue_per_unit, 2),
            ),
            table.number("Returned", (row) => format.percent(row.return_rate)),
            table.text("Trend", (row) => row.trend),
          ],
          rows.slice(0, 50),
        ),
    });
  }

  /** Which products are shown, unless all are. */
  function bounds() {
    if (data.products.length === data.productCount) {
      return "";
    }
    const ofCategories = category.areKnown(data) ? ", and the first of each category," : "";
    return ` The ${data.productsByRevenue} products with most revenue${ofCategories} are shown.`;
  }

  function nameOf(row) {
    return row.product_name ?? row.product_id;
  }

  function productsOption(colours, element) {
    const rows = sold();
    const most = Math.max(...data.products.map((row) => row.average_revenue_per_unit ?? 0));
    const groups = category.areKnown(data) ? slices().map(([name]) => name) : [category.UNKNOWN];
    const groupOf = (row) => (groups.includes(row.category) ? row.category : groups.at(-1));
    const shown = groups.filter((name) => rows.some((row) => groupOf(row) === name));
    const units = axis.spread(rows.map((row) => row.units_sold));
    const revenues = axis.spread(rows.map((row) => row.gross_revenue));
    const legend = axis.legend(colours, shown, element);
    const scale = element.clientWidth < 500 ? 0.65 : 1;
    return {
      legend: { ...legend.option, show: category.areKnown(data) },
      grid: axis.grid({ top: 36 + legend.height }),
      tooltip: tip.ofRow(nameOf, (row) => [
        ["Units sold", format.number(row.units_sold)],
        ["Revenue", format.money(row.gross_revenue)],
        ["Per unit", format.money(row.average_revenue_per_unit)],
        ...(category.areKnown(data) ? [["Category", row.category]] : []),
      ]),
      xAxis: axis.across(colours, `Units sold${units.suffix}`, units.scale),
      yAxis: axis.up(colours, format.inCurrency(`Revenue${revenues.suffix}`), revenues.scale),
      series: shown.map((name) => ({
        name,
        type: "scatter",
        symbol: palette.symbol(groups.indexOf(name)),
        itemStyle: {
          color: colours.series[groups.indexOf(name) % colours.series.length],
          opacity: 0.65,
          borderColor: colours.card,
          borderWidth: 0.5,
        },
        data: rows
          .filter((row) => groupOf(row) === name)
          .map((row) => ({
            value: [row.units_sold, row.gross_revenue],
            symbolSize: scale * (6 + 26 * Math.sqrt(row.average_revenue_per_unit / most)),
            row,
          })),
      })),
    };
  }

  /** The largest categories, and the others together. */
  function slices() {
    const named = data.categories.map((row) => [
      row.category,
      row.gross_revenue,
      row.revenue_share,
    ]);
    if (named.length <= MOST_SLICES) {
      return named;
    }
    const others = named.slice(MOST_SLICES - 1);
    const sum = (place) => others.reduce((total, slice) => total + slice[place], 0);
    return [...named.slice(0, MOST_SLICES - 1), ["Other categories", sum(1), sum(2)]];
  }

  function categories() {
    return following({
      title: "Revenue by category",
      lead: "Share of gross revenue; the chosen category stands out.",
      height: "min(28rem, 90vw)",
      label: slices()
        .map(([name, , share]) => `${name} ${format.percent(share)}`)
        .join(", "),
      rows: () => data.categories,
      option: categoriesOption,
      table: (rows) =>
        table.folded(
          "Revenue by category",
          [
            table.text("Category", (row) => row.category),
            table.number(format.inCurrency("Revenue"), (row) =>
              format.number(row.gross_revenue, 2),
            ),
            table.number("Share", (row) => format.percent(row.revenue_share)),
            table.text("Trend", (row) => row.trend),
          ],
          rows,
        ),
    });
  }

  function categoriesOption(colours, element) {
    const isNarrow = element.clientWidth < 420;
    const chosen = category.chosen();
    const isFaint = (name) => chosen !== category.EVERYTHING && name !== chosen;
    return {
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      tooltip: {
        trigger: "item",
        formatter: ({ name, value, data: slice }) =>
          tip.text(name, [
            ["Revenue", format.money(value, 0)],
            ["Share", format.percent(slice.share)],
          ]),
      },
      series: [
        {
          type: "pie",
          radius: isNarrow ? ["30%", "50%"] : ["38%", "62%"],
          itemStyle: { borderColor: colours.card, borderWidth: 2 },
          data: slices().map(([name, value, share]) => ({
            name,
            value,
            share,
            itemStyle: { opacity: isFaint(name) ? 0.25 : 1 },
            selected: name === chosen,
          })),
          selectedMode: "single",
          selectedOffset: 8,
          label: {
            color: colours.ink,
            fontSize: 12,
            width: isNarrow ? 76 : 110,
            overflow: "break",
            lineHeight: 15,
            formatter: ({ name, data: slice }) => `${name}\n${format.percent(slice.share, 0)}`,
          },
          labelLine: { length: 8, length2: 6, lineStyle: { color: colours.quiet } },
        },
      ],
    };
  }

  function bars() {
    return ofChosen(data.subcategories).slice(0, MOST_BARS);
  }

  function subcategories() {
    return following({
      title: "Revenue by subcategory",
      lead: `The ${MOST_BARS} with most revenue, at most.`,
      height: "28rem",
      label: "revenue by subcategory; the table below has units too",
      rows: () => ofChosen(data.subcategories),
      option: subcategoriesOption,
      table: (rows) =>
        table.folded(
          `Revenue by subcategory${ofWhat()}`,
          [
            table.text("Subcategory", (row) => row.subcategory),
            table.text("Category", (row) => row.category),
            table.number(format.inCurrency("Revenue"), (row) =>
              format.number(row.gross_revenue, 2),
            ),
            table.number("Units", (row) => format.number(row.units_sold)),
          ],
          rows,
        ),
    });
  }

  /** With its category where several have one of that name. */
  function subcategoryOf(row) {
    const namesakes = data.subcategories.filter((each) => each.subcategory === row.subcategory);
    return namesakes.length > 1 ? `${row.subcategory} (${row.category})` : row.subcategory;
  }

  function subcategoriesOption(colours) {
    const rows = bars();
    return {
      grid: axis.wideGrid(),
      tooltip: tip.ofRow(
        (row) => row.subcategory,
        (row) => [
          ["Category", row.category],
          ["Revenue", format.money(row.gross_revenue, 0)],
          ["Units sold", format.number(row.units_sold)],
        ],
      ),
      xAxis: axis.across(colours, format.inCurrency("Gross revenue"), {
        ...axis.compact(),
        splitNumber: 4,
      }),
      yAxis: axis.down(
        colours,
        "Subcategory",
        rows.map(subcategoryOf),
        { axisLabel: { width: 128, overflow: "break", lineHeight: 12, fontSize: 11 } },
      ),
      series: [
        {
          type: "bar",
          barMaxWidth: 20,
          data: rows.map((row) => ({ value: row.gross_revenue, row })),
        },
      ],
    };
  }

  return { show };
})();
