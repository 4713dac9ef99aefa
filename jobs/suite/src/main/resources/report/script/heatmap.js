/** A chart of rows x columns whose cells carry their figures, so that colour is never alone. */
const heatmap = (() => {
  /**
   * @param cells column and row (names), value (0 to 1 for sequential, -1 to 1 for diverging), text
   *     and title each
   */
  function option(colours, settings) {
    const { columns, rows, cells, across, up, isDiverging = false, isNarrow = false } = settings;
    const nameGap = settings.columnLabel?.nameGap ?? 30;
    return {
      grid: axis.wideGrid({ right: 8, bottom: 36 }),
      tooltip: {
        trigger: "item",
        formatter: ({ data }) => tip.text(data.cell.title, [[settings.measure, data.cell.text]]),
      },
      xAxis: axis.across(colours, across, {
        type: "category",
        data: columns,
        axisLabel: { interval: isNarrow ? "auto" : 0, fontSize: 11, ...settings.columnLabel },
        nameGap,
      }),
      yAxis: axis.down(colours, up, rows, { axisLabel: { fontSize: 11 } }),
      series: [
        {
          type: "heatmap",
          data: cells.map((cell) => drawn(cell, colours, settings, isDiverging)),
          label: { show: !settings.isUnlabelled, fontSize: 11 },
        },
      ],
    };
  }

  function drawn(cell, colours, { columns, rows }, isDiverging) {
    const background = colour(cell.value, colours, isDiverging);
    return {
      value: [columns.indexOf(cell.column), rows.indexOf(cell.row), cell.value],
      cell,
      itemStyle: { color: background, borderColor: colours.card, borderWidth: 1 },
      label: { color: palette.inkOn(background), formatter: () => cell.text },
    };
  }

  function colour(value, colours, isDiverging) {
    const end = isDiverging && value < 0 ? colours.low : colours.high;
    return palette.mix(colours.faint, end, Math.min(1, Math.abs(value)));
  }

  /** Labels under columns break into lines of the column's width, or stand upright. */
  function wrapped(element, names) {
    const width = Math.max(44, (element.clientWidth - 150) / names.length - 8);
    const longest = (texts) => Math.max(...texts.map((text) => 6.2 * text.length));
    if (longest(names.flatMap((name) => name.split(" "))) > width) {
      return { rotate: 90, nameGap: 22 + longest(names) };
    }
    const lines = Math.max(...names.map((name) => Math.ceil(longest([name]) / width)));
    return { width, overflow: "break", lineHeight: 13, nameGap: 18 + 13 * Math.min(lines, 4) };
  }

  return { option, wrapped };
})();
