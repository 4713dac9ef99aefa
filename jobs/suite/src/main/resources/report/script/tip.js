/** What a chart says at a point: a title and pairs of a name and a figure. */
const tip = (() => {
  const escape = echarts.format.encodeHTML;

  function text(title, pairs) {
    const lines = pairs.map(
      ([name, figure]) => `${escape(name)}: <b>${escape(String(figure))}</b>`,
    );
    return [`<b>${escape(title)}</b>`, ...lines].join("<br>");
  }

  /** For points that carry their row as `row`. */
  function ofRow(title, pairs) {
    return { trigger: "item", formatter: ({ data }) => text(title(data.row), pairs(data.row)) };
  }

  return { text, ofRow };
})();
