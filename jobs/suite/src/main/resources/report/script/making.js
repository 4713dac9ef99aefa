/** Which run made the tables, of what, with which settings, and what its checks found. */
const making = (() => {
  function show(data) {
    const root = page.section("making");
    if (data.runs.length === 0) {
      root.append(page.missing("No run", "The ledger, ops.run, has no published run."));
      return;
    }
    root.append(page.lead("The latest published run of each command; each can be computed again."));
    data.runs.forEach((run) => root.append(card(run)));
    root.append(snapshots(data));
  }

  function card(run) {
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, `tributary ${run.command}`),
      page.facts([
        ["Run", run.run_id],
        ["Published", `${format.day(run.finished_at)}, ${run.finished_at.slice(11, 16)} UTC`],
        ["Tributary", run.code_version],
        [
          "Audits",
          `${format.number(run.audits_passed)} passed, ${format.number(run.audits_failed)} did not`,
        ],
        ["Warnings", run.warnings.join("; ")],
        ["Compute again", `./tributary replay --run ${run.run_id}`],
      ]),
      foldedTable(
        "Settings",
        table.build(
          `Settings of run ${run.run_id}`,
          [table.text("Setting", ([name]) => name), table.text("Value", ([, value]) => value)],
          run.settings,
        ),
      ),
    );
  }

  function snapshots(data) {
    return page.element(
      "div",
      { className: "card" },
      page.element("h3", {}, "Tables and snapshots"),
      page.element("p", {}, "The state of each table that this page was read from."),
      foldedTable(
        `${format.number(data.tables.length)} tables`,
        table.build(
          "Snapshot of each table",
          [
            table.text("Table", (row) => row.table),
            table.number("Rows", (row) => format.number(row.rows)),
            table.text("Snapshot", (row) => row.snapshot),
          ],
          data.tables,
        ),
      ),
    );
  }

  function foldedTable(title, content) {
    return page.element("details", {}, page.element("summary", {}, title), content);
  }

  return { show };
})();
