/** Axes that always have a name, and room for it. */
const axis = (() => {
  /** Pixels for the numbers up the left side. */
  const ROOM = 52;

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

  /** Numbers up the left side; the name is above, where it never meets a label. */
  function up(colours, name, more = {}) {
    const base = look(colours);
    return {
      ...base,
      type: "value",
      name,
      nameLocation: "end",
      nameGap: 14,
      ...more,
      nameTextStyle: { ...base.nameTextStyle, align: "left", padding: [0, 0, 0, 4 - ROOM] },
      axisLabel: { ...base.axisLabel, ...more.axisLabel },
    };
  }

  /** Names down the left side, the first on top; the axis's name is above them. */
  function down(colours, name, names, more = {}) {
    const base = look(colours);
    return {
      ...base,
      type: "category",
      name,
      nameLocation: "start",
      nameGap: 14,
      inverse: true,
      data: names,
      nameTextStyle: { ...base.nameTextStyle, align: "right", padding: [0, 8, 0, 0] },
      axisLabel: { ...base.axisLabel, interval: 0, hideOverlap: false, ...more.axisLabel },
      splitLine: { show: false },
    };
  }

  /** For numbers up the left side: {@link up}. */
  function grid(more = {}) {
    return { left: ROOM, right: 20, top: 40, bottom: 56, ...more };
  }

  /** The left end of a label, moved from the numbers up the left side and the right edge. */
  function within({ x, width }, element) {
    return Math.max(ROOM + 6, Math.min(x, element.clientWidth - width - 8));
  }

  /** For names down the left side: {@link down}. */
  function wideGrid(more = {}) {
    return { left: 12, right: 24, top: 40, bottom: 36, containLabel: true, ...more };
  }

  /** A legend above the chart, and how much room its lines take. */
  function legend(colours, names, element) {
    let lines = 1;
    let used = 0;
    for (const name of names) {
      const width = 42 + 6.8 * name.length;
      if (used > 0 && used + width > element.clientWidth) {
        lines++;
        used = 0;
      }
      used += width;
    }
    return {
      height: names.length > 1 ? 26 * lines : 0,
      option: {
        data: names,
        top: 0,
        left: 0,
        itemWidth: 14,
        itemHeight: 10,
        itemGap: 14,
        show: names.length > 1,
        textStyle: { color: colours.ink, fontSize: 12 },
      },
    };
  }

  /** Values that span decades get a log scale, which the axis's name tells by the suffix. */
  function spread(values) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (!(low > 0 && high / low > 30)) {
      return { suffix: "", scale: { type: "value", ...compact() } };
    }
    const isDecade = (value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
    const formatter = (value) => (isDecade(value) ? format.compact(value) : "");
    return {
      suffix: ", log scale",
      scale: { type: "log", min: low / 1.3, max: 1.3 * high, axisLabel: { formatter } },
    };
  }

  /** Money and counts on an axis. */
  function compact() {
    return { axisLabel: { formatter: format.compact } };
  }

  return { across, up, down, grid, wideGrid, legend, spread, within, compact };
})();
