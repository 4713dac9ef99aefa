/** One customer by look-up: figures beside everyone's, history, segment and recommendations. */
const customer = (() => {
  const measures = [
    ["gross_spend", "Spend", true],
    ["average_spend", "Average per line", true],
    ["total_quantity", "Quantity", false],
  ];

  function show(data, profiles) {
    const root = page.section("customer");
    if (data.list.length === 0) {
      root.append(
        page.missing(
          "Nobody to look up",
          data.customers === 0
            ? "No sale in the lake names a customer: all are anonymous."
            : "This page carries no customers (--report-customers 0).",
        ),
      );
      return;
    }
    data.segmentNames = new Map(profiles.map((row) => [row.segment_id, row.segment_name]));
    const byId = new Map(data.list.map((each) => [each.customer_id, each]));
    const shown = page.element("div", { "aria-live": "polite" });
    const field = page.element("input", {
      id: "customer-id",
      type: "text",
      value: data.list[0].customer_id,
      autocomplete: "off",
    });
    field.setAttribute("list", "customer-ids");
    field.addEventListener("focus", () => field.select());
    field.addEventListener("change", () => {
      const id = field.value.trim();
      shown.replaceChildren(...(byId.has(id) ? details(byId.get(id), data) : [unknown(id)]));
    });
    const options = data.list.map((each) => page.element("option", { value: each.customer_id }));
    root.append(
      page.lead(bounds(data)),
      page.element(
        "div",
        { className: "control" },
        page.element("label", { htmlFor: "customer-id" }, "Customer"),
        field,
        page.element("datalist", { id: "customer-ids" }, ...options),
      ),
      shown,
    );
    shown.append(...details(data.list[0], data));
  }

  function bounds(data) {
    if (data.list.length === data.customers) {
      return `All ${format.number(data.customers)} customers can be looked up.`;
    }
    return (
      `${format.number(data.list.length)} of ${format.number(data.customers)} customers can be ` +
      `looked up here: the ${format.number(data.bySpend)} who spent most, and others drawn by their ` +
      "ids. The tables have everybody."
    );
  }

  function unknown(id) {
    return page.missing(
      "Not in this page",
      `“${id}” is none of the customers whom this page carries; the tables have everybody: ` +
        `./tributary sql -e "SELECT * FROM marts.customer_summary WHERE customer_id = '${id.replaceAll("'", "''")}'"`,
    );
  }

  function details(each, data) {
    return [
      card(each, data),
      page.element(
        "div",
        { className: "trio" },
        ...measures.map((measure) => bars(each, data, ...measure)),
      ),
      history(each, data),
      recommended(each, data),
    ];
  }

  function card(each, data) {
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, `Customer ${each.customer_id}`),
      each.habit ? page.element("p", {}, format.sentence(each.habit)) : null,
      page.facts([
        ["Segment", each.segment_name ?? "none"],
        ["Why", why(each, data)],
        ["Campaigns", each.is_excluded ? "excluded by a person: leave out" : null],
        ["Orders", format.number(each.orders)],
        ["Country", each.country],
        [
          "Bought",
          `${format.day(each.first_purchase_date)} to ${format.day(each.last_purchase_date)}`,
        ],
        ["Favourite products", each.favourite_products],
      ]),
    );
  }

  function why(each, data) {
    if (!each.segment_name) {
      return null;
    }
    const rule = data.rules.find((row) => row.segment_id === each.segment_id);
    const next = data.segmentNames.get(each.next_segment_id);
    const parts = [];
    if (rule) {
      parts.push(
        `${format.percent(rule.coverage, 0)} of the segment have ${rule.rule_text}, and ` +
          `${format.percent(rule.rule_precision, 0)} of those who have are in it.`,
      );
    }
    if (next) {
      const clear = each.confidence >= 0.5 ? "clearly" : each.confidence >= 0.2 ? "" : "barely";
      parts.push(
        `${format.sentenceCase(`${clear} nearer`.trim())} to its middle than to that of ` +
          `${next} (confidence ${format.number(each.confidence, 2)} of 1).`,
      );
    }
    if (each.is_provisional) {
      parts.push("Provisional: two orders or fewer say little about a habit.");
    }
    return parts.join(" ");
  }

  function bars(each, data, measure, title, isMoney) {
    const mean = (name) => data.means.find((row) => row.segment_name === name);
    const rows = [["This customer", each[measure]]];
    if (mean(each.segment_name)) {
      rows.push(["Segment’s mean", mean(each.segment_name)[measure]]);
    }
    rows.push(["Everyone’s mean", mean("")[measure]]);
    const unit = isMoney ? format.inCurrency(title) : `${title} (units)`;
    const shown = (value) => (isMoney ? format.money(value) : format.short(value, 1));
    return chart.figure({
      title,
      label: rows.map(([name, value]) => `${name} ${shown(value)}`).join(", "),
      isLow: true,
      option: (colours) => ({
        grid: axis.wideGrid({ right: 48, top: 30 }),
        tooltip: {
          trigger: "item",
          formatter: ({ name, value }) => tip.text(name, [[title, shown(value)]]),
        },
        xAxis: axis.across(colours, unit, { ...axis.compact(), splitNumber: 2 }),
        yAxis: axis.down(
          colours,
          "Who",
          rows.map(([name]) => name),
        ),
        series: [
          {
            type: "bar",
            barWidth: "55%",
            data: rows.map(([, value], at) => ({
              value: Number(value),
              itemStyle: { color: at === 0 ? colours.series[0] : colours.quiet },
            })),
            label: {
              show: true,
              position: "right",
              color: colours.ink,
              formatter: ({ value }) => format.compact(value),
            },
          },
        ],
      }),
    });
  }

  function history(each, data) {
    const months = data.months.map((month) => [month, 0]);
    (each.history ?? []).forEach(([at, spend]) => (months[at][1] = spend));
    const bought = months.filter(([, spend]) => spend !== 0);
    return chart.figure({
      title: "History",
      lead: `Net spend by month: sales less returns, in ${bought.length} of ${months.length} months.`,
      label: bought
        .map(([month, spend]) => `${format.month(month)} ${format.money(spend)}`)
        .join(", "),
      isLow: true,
      option: (colours) => ({
        grid: axis.grid(),
        tooltip: {
          trigger: "item",
          formatter: ({ dataIndex }) =>
            tip.text(format.month(months[dataIndex][0]), [
              ["Net spend", format.money(months[dataIndex][1])],
            ]),
        },
        xAxis: axis.across(colours, "Month", {
          type: "category",
          data: months.map(([month]) => format.month(month)),
        }),
        yAxis: axis.up(colours, format.inCurrency("Net spend"), axis.compact()),
        series: [{ type: "bar", data: months.map(([, spend]) => spend) }],
      }),
      table: table.folded(
        "Net spend by month",
        [
          table.text("Month", ([month]) => format.month(month)),
          table.number(format.inCurrency("Net spend"), ([, spend]) => format.number(spend, 2)),
        ],
        bought,
      ),
    });
  }

  function recommended(each, data) {
    if (!each.recommendations) {
      return page.missing("Recommendations", "Nothing is recommended to this customer.");
    }
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, "Recommendations, and why"),
      table.build(
        `Products recommended to ${each.customer_id}, best first`,
        [
          table.text("Product", ([product]) => data.products[product]),
          table.text("Why", ([, reason]) => data.reasons[reason]),
        ],
        each.recommendations,
      ),
    );
  }

  return { show };
})();
