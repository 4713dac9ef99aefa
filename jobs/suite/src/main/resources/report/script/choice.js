/** Why there are so many segments: the best fit of each number that was tried. */
const choice = (() => {
  function figures(data) {
    const { note, candidates, k } = data.choice;
    if (candidates.length < 2) {
      const reason = format.sentence(note ?? `the number of segments was given: ${k}`);
      return [page.missing("Why so many segments", reason)];
    }
    return [
      page.element(
        "div",
        { className: "card" },
        page.element("h3", {}, "Why so many segments"),
        page.element("p", {}, format.sentence(note ?? `${k} segments were chosen`)),
      ),
      page.pair(
        kFigure(
          "Sum of squares",
          "within_cluster_sum_of_squares",
          "lower is tighter",
          candidates,
          k,
        ),
        kFigure("Silhouette", "silhouette", "higher is better separated", candidates, k),
      ),
    ];
  }

  function kFigure(title, column, meaning, candidates, k) {
    const rows = candidates.filter((row) => row[column] !== null);
    return chart.figure({
      title,
      lead: `The best fit of each number of segments; ${meaning}. The large mark is the choice.`,
      label: `by number of segments; ${k} were chosen`,
      isLow: true,
      option: (colours) => ({
        grid: axis.grid(),
        tooltip: tip.ofRow(
          (row) => `${row.k} segments`,
          (row) => [[title, format.short(row[column], 3)]],
        ),
        xAxis: axis.across(colours, "Number of segments", {
          type: "category",
          data: rows.map((row) => row.k),
        }),
        yAxis: axis.up(colours, `${title} (no unit)`, { scale: true, ...axis.compact() }),
        series: [
          {
            type: "line",
            data: rows.map((row) => ({
              value: row[column],
              row,
              symbol: row.k === k ? "diamond" : "circle",
              symbolSize: row.k === k ? 16 : 7,
            })),
          },
        ],
      }),
      table: table.folded(
        `${title} by number of segments`,
        [
          table.number("Segments", (row) => row.k),
          table.number(title, (row) => format.short(row[column], 3)),
        ],
        rows,
      ),
    });
  }

  return { figures };
})();
