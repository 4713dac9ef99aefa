/** How customers moved between segments since the window before. */
const migration = (() => {
  function figure(data) {
    if (data.migration.length === 0) {
      return page.missing(
        "Moves between segments",
        "There is only one window of this segmentation so far, so nobody can have moved. The next " +
          "window, or tributary segment --from with an earlier day, shows who moves where.",
      );
    }
    const previous = data.migration[0].previous_window_end;
    const leaked = data.migration.reduce((sum, row) => sum + Number(row.leaked_revenue), 0);
    return chart.figure({
      title: "Moves between segments",
      lead:
        `From the window that ended before ${format.day(previous)}, left, to this one, right. ` +
        `Customers who left valuable segments had brought ${format.money(leaked, 0)}.`,
      label: "flows of customers from segment to segment; the table below has each",
      height: "28rem",
      option: (colours, element) => sankeyOption(data, colours, element),
      table: table.folded(
        "Customers by segment before and now",
        [
          table.text("Before", (row) => newcomers(row.from_segment_name, "new")),
          table.text("Now", (row) => newcomers(row.to_segment_name, "gone")),
          table.number("Customers", (row) => format.number(row.customers)),
          table.number("Share of those before", (row) => format.percent(row.share_of_from)),
        ],
        data.migration,
      ),
    });
  }

  function newcomers(name, word) {
    return name === "(none)" ? word : name;
  }

  function sankeyOption(data, colours, element) {
    const isNarrow = element.clientWidth < 560;
    const order = data.profiles.map((each) => each.segment_name);
    const colour = (name) =>
      order.includes(name)
        ? colours.series[order.indexOf(name) % colours.series.length]
        : colours.quiet;
    const nodes = new Map();
    const node = (side, id, name, customers) => {
      const key = `${side}:${id}`;
      const known = nodes.get(key) ?? { customers: 0 };
      nodes.set(key, {
        name: key,
        shown: name,
        customers: known.customers + customers,
        itemStyle: { color: colour(name) },
      });
      return key;
    };
    const links = data.migration.map((row) => ({
      source: node(
        "before",
        row.from_segment_id,
        newcomers(row.from_segment_name, "new"),
        row.customers,
      ),
      target: node("now", row.to_segment_id, newcomers(row.to_segment_name, "gone"), row.customers),
      value: row.customers,
      lineStyle: { color: "source", opacity: 0.35 },
      row,
    }));
    const shown = (key) => nodes.get(key).shown;
    const label = {
      show: true,
      color: colours.ink,
      fontSize: isNarrow ? 11 : 12,
      width: isNarrow ? 88 : 150,
      overflow: "break",
      lineHeight: 15,
      formatter: ({ name }) => `${shown(name)}\n${format.number(nodes.get(name).customers)}`,
    };
    return {
      tooltip: {
        trigger: "item",
        formatter: ({ dataType, data: at, name, value }) =>
          dataType === "edge"
            ? tip.text(`${shown(at.source)} → ${shown(at.target)}`, [
                ["Customers", format.number(at.value)],
              ])
            : tip.text(shown(name), [["Customers", format.number(value)]]),
      },
      series: [
        {
          type: "sankey",
          left: isNarrow ? 92 : 160,
          right: isNarrow ? 92 : 160,
          top: 8,
          bottom: 8,
          nodeGap: 18,
          draggable: false,
          data: [...nodes.values()].map((each) => ({
            ...each,
            label: { ...label, position: each.name.startsWith("before:") ? "left" : "right" },
          })),
          links,
        },
      ],
    };
  }

  return { figure };
})();
