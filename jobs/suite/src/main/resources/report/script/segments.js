/** Who the customers are: segments, what sets them apart, how they move, and why so many. */
const segments = (() => {
  function show(data) {
    const root = page.section("segments");
    if (data.profiles.length === 0) {
      root.append(
        page.missing(
          "No segments yet",
          "The lake has no published segments. They are made by tributary run, or tributary segment.",
        ),
      );
      return;
    }
    root.append(page.lead(introduction(data)), list(data));
    root.append(scatter(data), profile(data));
    root.append(migration.figure(data), ...choice.figures(data));
  }

  function introduction(data) {
    const customers = data.profiles.reduce((sum, each) => sum + each.customers, 0);
    const start = data.window_start.startsWith("1970")
      ? "the first sale"
      : format.day(data.window_start);
    return (
      `${format.number(customers)} customers in ${data.profiles.length} segments, by what is known ` +
      `from ${start} to the day before ${format.day(data.window_end)} ` +
      `(segmentation “${data.segmentation}”).`
    );
  }

  function list(data) {
    const colours = palette.colours(false);
    const items = data.profiles.map((each, number) => {
      const heading = page.element("h3", {}, each.segment_name);
      if (each.is_golden) {
        heading.append(page.element("span", { className: "badge" }, "golden customers"));
      }
      const item = page.element(
        "li",
        {},
        heading,
        page.element("p", {}, each.description),
        page.element("p", {}, page.element("strong", {}, "What to do: "), each.suggested_action),
      );
      item.style.setProperty("--mark", colours.series[number % colours.series.length]);
      return item;
    });
    return page.element("ul", { className: "segment-list" }, ...items);
  }

  function scatter(data) {
    if (data.sample.length === 0) {
      return page.missing(
        "Frequency and spend",
        "These segments are of customers without purchases, so there is no spend to show.",
      );
    }
    const names = data.profiles.map((each) => each.segment_name);
    return chart.figure({
      title: "Frequency and spend",
      lead:
        `Each mark is a customer${sampled(data)}; the larger it is, the more is paid per item. ` +
        "Names stand at the middle of their segments.",
      label:
        "customers by shopping days and gross spend, coloured by segment; the table below has each " +
        "segment's means",
      height: "30rem",
      option: (colours, element) => scatterOption(data, names, colours, element),
      table: table.folded("Means of each segment", meansColumns(data), data.profiles),
    });
  }

  function sampled(data) {
    const all = data.profiles.reduce((sum, each) => sum + each.customers, 0);
    return data.sample.length < all
      ? ` of a sample of ${format.number(data.sample.length)} of ${format.number(all)}, drawn by their ids`
      : "";
  }

  function means(data, profile) {
    return Object.fromEntries(
      data.features
        .filter((each) => each.segment_id === profile.segment_id)
        .map((each) => [each.feature, each.segment_mean]),
    );
  }

  function meansColumns(data) {
    return [
      table.text("Segment", (row) => row.segment_name),
      table.number("Customers", (row) => format.number(row.customers)),
      table.number("Shopping days", (row) => format.short(means(data, row).shopping_days)),
      table.number(format.inCurrency("Gross spend"), (row) =>
        format.number(means(data, row).gross_spend, 2),
      ),
      table.number(format.inCurrency("Spend per item"), (row) =>
        format.number(means(data, row).spend_per_item, 2),
      ),
    ];
  }

  function scatterOption(data, names, colours, element) {
    const legend = axis.legend(colours, names, element);
    const days = axis.spread(data.sample.map((each) => each.shopping_days));
    const spend = axis.spread(data.sample.map((each) => each.gross_spend));
    const largest = Math.max(...data.sample.map((each) => each.spend_per_item));
    const scale = element.clientWidth < 500 ? 0.65 : 1;
    const size = (spend) => scale * (5 + 19 * Math.sqrt(spend / largest));
    return {
      legend: legend.option,
      grid: axis.grid({ top: legend.height + 36 }),
      tooltip: tip.ofRow(
        (row) => `Customer ${row.customer_id}`,
        (row) => [
          ["Segment", row.segment_name],
          ["Shopping days", format.number(row.shopping_days)],
          ["Gross spend", format.money(row.gross_spend)],
          ["Spend per item", format.money(row.spend_per_item)],
        ],
      ),
      xAxis: axis.across(colours, `Shopping days in the window${days.suffix}`, days.scale),
      yAxis: axis.up(colours, format.inCurrency(`Gross spend${spend.suffix}`), spend.scale),
      series: [...customersOf(data, names, colours, size), labels(data, names, colours, element)],
    };
  }

  function customersOf(data, names, colours, size) {
    return names.map((name, number) => ({
      name,
      type: "scatter",
      symbol: palette.symbol(number),
      itemStyle: {
        color: colours.series[number % colours.series.length],
        opacity: 0.6,
        borderColor: colours.card,
        borderWidth: 0.5,
      },
      data: data.sample
        .filter((row) => row.segment_name === name)
        .map((row) => ({
          value: [row.shopping_days, row.gross_spend],
          symbolSize: size(row.spend_per_item),
          row,
        })),
    }));
  }

  /** The segments' names at the geometric middles of their customers, lower where they'd meet. */
  function labels(data, names, colours, element) {
    const middles = names
      .map((name) => ({ name, rows: data.sample.filter((row) => row.segment_name === name) }))
      .filter((middle) => middle.rows.length > 0)
      .map(({ name, rows }) => ({
        name,
        value: [mean(rows, "shopping_days"), mean(rows, "gross_spend")],
      }));
    return {
      id: "names",
      type: "scatter",
      silent: true,
      z: 5,
      symbolSize: 1,
      itemStyle: { color: "transparent", opacity: 1 },
      data: middles,
      labelLayout: apart(middles, element),
      label: {
        show: true,
        formatter: "{b}",
        color: colours.ink,
        backgroundColor: colours.card,
        borderColor: colours.line,
        borderWidth: 1,
        borderRadius: 4,
        padding: [3, 6],
        fontSize: 12,
        fontWeight: 600,
        position: "inside",
      },
    };
  }

  function mean(rows, column) {
    return Math.exp(rows.reduce((sum, row) => sum + Math.log(row[column]), 0) / rows.length);
  }

  /** Moves each name off the axis, and below those placed before it that it would cover. */
  function apart(middles, element) {
    const placed = [];
    // By the mark's place, not the label's, which a chart drawn again has moved already.
    return ({ dataIndex, rect, labelRect }) => {
      if (dataIndex === 0) {
        placed.length = 0;
      }
      const { width, height } = labelRect;
      const left = rect.x + (rect.width - width) / 2;
      const top = rect.y + (rect.height - height) / 2;
      const x = axis.within({ x: left, width }, element);
      let y = top;
      const covers = (other) =>
        x < other.x + other.width + 8 &&
        other.x < x + width + 8 &&
        Math.abs(y - other.y) < height + 4;
      for (let moves = 0; moves < middles.length && placed.some(covers); moves++) {
        y = Math.max(...placed.filter(covers).map((other) => other.y)) + height + 4;
      }
      placed.push({ x, y, width });
      return { dx: x - left, dy: y - top };
    };
  }

  function profile(data) {
    const names = data.profiles.map((each) => each.segment_name);
    const features = [...new Set(data.features.map((each) => each.feature))];
    const label = (row) => (Math.abs(row.distance_from_everyone) < 0.05 ? "0" : signed(row));
    return chart.figure({
      title: "What sets each segment apart",
      lead:
        "How far a segment's mean is from everyone's, in standard deviations: 0 is like everyone, " +
        "+1 is high, -1 is low.",
      label: "features by segments; the table below has every mean",
      height: `${Math.max(14, 6 + 1.9 * features.length)}rem`,
      option: (colours, element) =>
        heatmap.option(colours, {
          columns: names,
          rows: features.map(format.words),
          across: "Segment",
          up: "Feature",
          measure: "Standard deviations from everyone",
          isDiverging: true,
          columnLabel: heatmap.wrapped(element, names),
          cells: data.features.map((row) => ({
            column: row.segment_name,
            row: format.words(row.feature),
            value: row.distance_from_everyone / 2,
            text: label(row),
            title: `${row.segment_name}, ${format.words(row.feature)}`,
          })),
        }),
      table: table.folded(
        "Means by segment and feature",
        [
          table.text("Segment", (row) => row.segment_name),
          table.text("Feature", (row) => format.words(row.feature)),
          table.number("Mean", (row) => format.short(row.segment_mean)),
          table.number("Everyone", (row) => format.short(row.everyone_mean)),
          table.number("Standard deviations", signed),
        ],
        data.features,
      ),
    });
  }

  function signed(row) {
    const distance = row.distance_from_everyone;
    return `${distance > 0 ? "+" : ""}${format.number(distance, 1)}`;
  }

  return { show };
})();
