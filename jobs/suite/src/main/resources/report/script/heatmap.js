/** A chart of rows x columns whose cells carry their figures, so that colour is never alone. */
const heatmap = (() => {
  /**
   * @param cells column and row (names), value (0 to 1 for sequential, -1 to 1 for diverging, null
   *     for no colour) and text each
   */
  function option(colours, settings) {
    const { columns, rows, cells, across, up, isDiverging = false, isNarrow = false } = settings;
    return {
      grid: axis.grid({ top: 40, right: 8, bottom: settings.nameGap ?? 36 }),
      tooltip: {
        trigger: "item",
        formatter: ({ data }) => tip.text(data.cell.title, [[settings.measure, data.cell.text]]),
      },
      xAxis: axis.across(colours, across, {
        type: "category",
        data: columns,
        axisLabel: { interval: isNarrow ? "auto" : 0, fontSize: 11, ...settings.columnLabel },
        nameGap: settings.nameGap ?? 30,
      }),
      yAxis: axis.up(colours, up, {
        type: "category",
        data: rows,
        inverse: true,
        nameLocation: "start",
        axisLabel: { interval: 0, fontSize: 11, ...settings.rowLabel },
      }),
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
    if (value === null) {
      return colours.faint;
    }
    const end = isDiverging && value < 0 ? colours.low : colours.high;
    return palette.mix(colours.faint, end, Math.min(1, Math.abs(value)));
  }

  /** Labels under columns break into lines of the column's width. */
  function wrapped(element, columns) {
    const room = (element.clientWidth - 140) / columns;
    return { width: Math.max(40, room - 8), overflow: "break", lineHeight: 13, fontSize: 11 };
  }

  return { option, wrapped };
})();
