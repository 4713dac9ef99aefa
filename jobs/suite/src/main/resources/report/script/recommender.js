/** How well each recommender foretold what customers bought, and what is published. */
const recommender = (() => {
  const measures = [
    ["ndcg_at_10", "NDCG at 10", "how far up the list of ten the right products are; 1 is perfect"],
    [
      "recall_at_10",
      "Recall at 10",
      "part of the new products bought that were in the list of ten",
    ],
  ];

  function show(data) {
    const root = page.section("recommender");
    if (data.published === 0) {
      root.append(
        page.missing(
          "No recommendations yet",
          "The lake has no published recommendations. They are made by tributary run, or tributary recommend.",
        ),
      );
      return;
    }
    const judged = data.metrics.filter((row) => row.metric_name === "ndcg_at_10");
    if (judged.length === 0) {
      const reason = data.verdict ?? "These recommendations were not judged.";
      root.append(page.lead(`${format.number(data.published)} recommendations are published.`));
      root.append(page.missing("Not judged", reason));
      return;
    }
    root.append(
      page.lead(
        [data.verdict, judgement(data, judged)].filter(Boolean).map(format.sentence).join(" "),
      ),
    );
    root.append(page.pair(...measures.map((measure) => figure(data.metrics, ...measure))));
    root.append(page.note(`Judged on ${data.scope}.`));
  }

  function judgement(data, judged) {
    const [best, ...others] = [...judged].sort((a, b) => b.metric_value - a.metric_value);
    const popular = [best, ...others].find((row) => row.recommender.startsWith("popularity"));
    const customers = data.metrics.find((row) => row.metric_name === "customers_judged");
    const count = customers ? ` over ${format.number(customers.metric_value)} customers` : "";
    return popular && popular !== best
      ? `In NDCG at 10${count}, ${best.recommender} reaches ${interval(best)} and the best ` +
          `popularity, ${popular.recommender}, ${interval(popular)}.`
      : `In NDCG at 10${count}, nothing beats ${best.recommender}: ${interval(best)}.`;
  }

  function interval(row) {
    const value = format.number(row.metric_value, 3);
    return row.metric_low === null
      ? value
      : `${value} (95 % interval ${format.number(row.metric_low, 3)} to ${format.number(row.metric_high, 3)})`;
  }

  function figure(metrics, name, title, meaning) {
    const rows = metrics
      .filter((row) => row.metric_name === name)
      .sort((a, b) => b.metric_value - a.metric_value);
    return chart.figure({
      title,
      lead: `${format.sentenceCase(meaning)}. Lines are 95 % intervals.`,
      label: rows
        .map((row) => `${row.recommender} ${format.number(row.metric_value, 3)}`)
        .join(", "),
      height: `${Math.max(12, 6 + 1.9 * rows.length)}rem`,
      option: (colours) => option(rows, title, colours),
      table: table.folded(
        `${title} by recommender`,
        [
          table.text("Recommender", (row) => row.recommender),
          table.number(title, (row) => format.number(row.metric_value, 4)),
          table.number("From", (row) => format.number(row.metric_low, 4)),
          table.number("To", (row) => format.number(row.metric_high, 4)),
        ],
        rows,
      ),
    });
  }

  function option(rows, title, colours) {
    const colourOf = (row) =>
      row.recommender.startsWith("popularity") ? colours.series[1] : colours.series[0];
    return {
      grid: axis.wideGrid(),
      tooltip: tip.ofRow(
        (row) => row.recommender,
        (row) => [[title, interval(row)]],
      ),
      xAxis: axis.across(colours, `${title} (0 to 1)`, { min: 0 }),
      yAxis: axis.down(
        colours,
        "Recommender",
        rows.map((row) => row.recommender),
      ),
      series: [
        {
          type: "custom",
          silent: true,
          data: rows.map((row, at) => [row.metric_low, at, row.metric_high]),
          renderItem: (_, api) => line(api, colours),
          encode: { x: [0, 2], y: 1 },
        },
        {
          type: "scatter",
          symbolSize: 12,
          data: rows.map((row, at) => ({
            value: [row.metric_value, at],
            row,
            symbol: row.recommender.startsWith("popularity") ? "rect" : "circle",
            itemStyle: { color: colourOf(row) },
          })),
        },
      ],
    };
  }

  function line(api, colours) {
    const [left, right] = [0, 2].map((at) => api.coord([api.value(at), api.value(1)]));
    return {
      type: "line",
      shape: { x1: left[0], y1: left[1], x2: right[0], y2: right[1] },
      style: { stroke: colours.quiet, lineWidth: 2 },
    };
  }

  return { show };
})();
