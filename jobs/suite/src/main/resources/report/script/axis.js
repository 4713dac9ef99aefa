/** Axes that always have a name, and room for it. */
const axis = (() => {
  function look(colours) {
    return {
      axisLine: { lineStyle: { color: colours.quiet } },
      axisTick: { show: false },
      axisLabel: { color: colours.quiet, fontSize: 12, hideOverlap: true },
      splitLine: { lineStyle: { color: colours.line } },
      nameTextStyle: { color: colours.quiet, fontSize: 12 },
    };
  }

  /** Across the foot; the name is centred below. */
  function across(colours, name, more = {}) {
    const base = look(colours);
    return {
      ...base,
      type: "value",
      name,
      nameLocation: "middle",
      nameGap: 30,
      ...more,
      axisLabel: { ...base.axisLabel, ...more.axisLabel },
    };
  }

  /** Up the left side; the name is above, where it never meets a label. */
  function up(colours, name, more = {}) {
    const base = look(colours);
    return {
      ...base,
      type: "value",
      name,
      nameLocation: "end",
      nameGap: 14,
      ...more,
      nameTextStyle: { ...base.nameTextStyle, align: "left", padding: [0, 0, 0, -40] },
      axisLabel: { ...base.axisLabel, ...more.axisLabel },
    };
  }

  function grid(more = {}) {
    return { left: 8, right: 20, top: 40, bottom: 36, containLabel: true, ...more };
  }

  /** Money and counts on an axis. */
  function compact() {
    return { axisLabel: { formatter: format.compact } };
  }

  return { across, up, grid, compact };
})();
