/** How customers come, stay and go: figures by month, cohorts, and the groups marketers know. */
const customers = (() => {
  function show(data, segmentData) {
    const root = page.section("customers");
    if (data.groups.length === 0) {
      root.append(page.missing("No customers over time", "No sale in the lake names a customer."));
      return;
    }
    root.append(
      ...indicators(data.indicators),
      cohorts(data.cohorts),
      groups(data.groups, segmentData),
    );
  }

  function indicators(all) {
    const rows = all.filter((row) => row.is_complete);
    return [
      page.pair(
        lines("Acquisition and engagement", "Customers", rows, [
          ["Active", "active_customers"],
          ["New", "new_customers"],
        ]),
        lines("Going and coming back", "Customers", rows, [
          ["Churned", "churned_customers"],
          ["Reactivated", "reactivated_customers"],
        ]),
        lines("Retention", "Share of customers (%)", rows, [
          ["Repeat rate", "repeat_rate"],
          ["Retained from the month before", "retention_rate"],
        ]),
        lines("Orders per active customer", "Orders per customer", rows, [
          ["Orders per active", "orders_per_active"],
        ]),
      ),
      page.note(
        "Complete months only. Active customers bought in the month; churned ones did not for the third month in a row; reactivated ones had churned.",
      ),
    ];
  }

  function lines(title, unit, rows, measures) {
    const isShare = unit.endsWith("(%)");
    const shown = (value) =>
      isShare ? format.percent(value) : format.short(value, unit === "Customers" ? 0 : 2);
    const line = ([name, column], number) => ({
      name,
      type: "line",
      symbol: palette.symbol(number),
      symbolSize: 6,
      lineStyle: { width: 2.5, type: number === 0 ? "solid" : "dashed" },
      data: rows.map((row) => (isShare && row[column] !== null ? 100 * row[column] : row[column])),
    });
    return chart.figure({
      title,
      label: `${measures.map(([name]) => name).join(" and ")} by month; the table below has each figure`,
      height: "18rem",
      option: (colours, element) => ({
        legend: axis.legend(
          colours,
          measures.map(([name]) => name),
          element,
        ).option,
        grid: axis.grid({ top: 62 }),
        tooltip: {
          trigger: "axis",
          formatter: (points) =>
            tip.text(
              points[0].name,
              points.map((point, at) => [
                point.seriesName,
                shown(rows[point.dataIndex][measures[at][1]]),
              ]),
            ),
        },
        xAxis: axis.across(colours, "Month", {
          type: "category",
          data: rows.map((row) => format.month(row.sale_month)),
        }),
        yAxis: axis.up(colours, unit, axis.compact()),
        series: measures.map(line),
      }),
      table: table.folded(
        `${title} by month`,
        [
          table.text("Month", (row) => format.month(row.sale_month)),
          ...measures.map(([name, column]) => table.number(name, (row) => shown(row[column]))),
        ],
        rows,
      ),
    });
  }

  function cohorts(all) {
    const rows = all.filter((row) => row.is_complete && row.months_since > 0);
    if (rows.length === 0) {
      return page.missing("Cohorts", "Nobody has had a month to come back in yet.");
    }
    const months = [...new Set(rows.map((row) => row.cohort_month))].sort();
    const since = [...new Set(rows.map((row) => row.months_since))].sort((a, b) => a - b);
    const highest = Math.max(0.01, ...rows.map((row) => row.retention_rate));
    const sizes = new Map(rows.map((row) => [row.cohort_month, row.cohort_customers]));
    const label = (month) => `${format.month(month)} (${format.number(sizes.get(month))})`;
    return chart.figure({
      title: "Cohorts",
      lead:
        "Of the customers who first bought in a month, in brackets, how many per cent bought again so many months later; " +
        `the darkest is ${format.percent(highest, 0)}.`,
      label: "retention by month of the first purchase and months since; the table below has each",
      height: `${Math.max(16, 7 + 1.6 * months.length)}rem`,
      option: (colours, element) =>
        heatmap.option(colours, {
          columns: since.map(String),
          rows: months.map(label),
          across: "Months since the first purchase",
          up: "First purchase",
          measure: "Bought again",
          isNarrow: true,
          isUnlabelled: (element.clientWidth - 130) / since.length < 24,
          cells: rows.map((row) => ({
            column: String(row.months_since),
            row: label(row.cohort_month),
            value: row.retention_rate / highest,
            text: format.number(100 * row.retention_rate),
            title: `${format.month(row.cohort_month)}, ${row.months_since} months later`,
          })),
        }),
      table: table.folded(
        "Retention by cohort",
        [
          table.text("First purchase", (row) => format.month(row.cohort_month)),
          table.number("Months since", (row) => row.months_since),
          table.number("Customers", (row) => format.number(row.cohort_customers)),
          table.number("Active", (row) => format.number(row.active_customers)),
          table.number("Share", (row) => format.percent(row.retention_rate)),
        ],
        rows,
      ),
    });
  }

  function groups(rows, segmentData) {
    const bySize = (column) => {
      const sizes = new Map();
      rows.forEach((row) => {
        const name = row[column] ?? "No segment";
        sizes.set(name, (sizes.get(name) ?? 0) + row.customers);
      });
      return [...sizes].sort((a, b) => b[1] - a[1]);
    };
    const names = bySize("segment_name").map(([name]) => name);
    const sizes = new Map(bySize("rfm_group"));
    const share = (group, segment) =>
      rows
        .filter((row) => row.rfm_group === group && (row.segment_name ?? "No segment") === segment)
        .reduce((sum, row) => sum + row.customers, 0) / sizes.get(group);
    const label = (name) => `${name} (${format.number(sizes.get(name))})`;
    return chart.figure({
      title: "Segments beside RFM groups",
      lead:
        "The groups that marketers know, by recency and frequency of purchases, with their customers in brackets; " +
        "the cells say how many per cent of each are in which segment.",
      label: "share of each group's customers by segment; the table below has the customers",
      height: `${Math.max(16, 8 + 2 * sizes.size)}rem`,
      option: (colours, element) =>
        heatmap.option(colours, {
          columns: names,
          rows: [...sizes.keys()].map(label),
          across: "Segment",
          up: "RFM group",
          measure: "Part of the group (%)",
          columnLabel: heatmap.wrapped(element, names),
          cells: [...sizes.keys()].flatMap((group) =>
            names.map((name) => ({
              column: name,
              row: label(group),
              value: share(group, name),
              text: format.number(100 * share(group, name)),
              title: `${group}, ${name}`,
            })),
          ),
        }),
      table: table.folded(
        "Customers by RFM group and segment",
        [
          table.text("Group", (row) => row.rfm_group),
          table.text("Segment", (row) => row.segment_name ?? "none"),
          table.number("Customers", (row) => format.number(row.customers)),
          table.number(format.inCurrency("Gross spend"), (row) => format.number(row.monetary, 2)),
        ],
        rows,
      ),
    });
  }

  return { show };
})();
