package tributary.app;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.types.Row;
import picocli.CommandLine.Command;
import tributary.config.LakeSettings;
import tributary.config.RunsSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.lake.Lake;
import tributary.publish.AuditResult;
import tributary.publish.History;
import tributary.publish.RunRecord;
import tributary.publish.RunRecord.AuditCounts;

/** Shows what was run. */
@Command(
    name = "runs",
    description =
        "Shows every run with what became of it, or one run with its settings, what it wrote and what its checks found.",
    footer = {"", "Examples:", "  tributary runs", "  tributary runs 20111210_063000_125_9f3a"})
final class RunsCommand implements Task {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(List.of(RunsSettings.RUN), LakeSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    LakeSettings lake = LakeSettings.read(reader);
    Optional<String> id = RunsSettings.run(reader);
    return terminal -> {
      try (Lake opened = Lake.openForReading(lake)) {
        History history = History.of(opened);
        if (id.isPresent()) {
          show(history, history.find(id.get()), terminal);
        } else {
          list(history.runs(), terminal);
        }
        terminal.out().flush();
        return new Summary("runs").add("runs", history.runs().size());
      }
    };
  }

  private static void list(List<RunRecord> runs, Terminal terminal) {
    TextTableWriter table =
        new TextTableWriter(
            List.of(
                new ResultColumn("run", false),
                new ResultColumn("command", false),
                new ResultColumn("status", false),
                new ResultColumn("started_at (UTC)", false),
                new ResultColumn("finished_at (UTC)", false),
                new ResultColumn("passed", true),
                new ResultColumn("failed", true),
                new ResultColumn("message", false)),
            terminal);
    for (RunRecord run : runs) {
      Optional<AuditCounts> audits = run.audits();
      table.write(
          Row.of(
              run.id(),
              run.command(),
              run.status().text(),
              TIME.format(run.startedAt()),
              run.finishedAt().map(TIME::format).orElse(""),
              audits.map(counts -> Long.toString(counts.passed())).orElse(""),
              audits.map(counts -> Long.toString(counts.failed())).orElse(""),
              run.message().map(text -> text.lines().findFirst().orElse("")).orElse("")));
    }
    table.finish();
  }

  private static void show(History history, RunRecord run, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    lines.add("run           " + run.id());
    lines.add("command       " + run.command());
    lines.add("status        " + run.status().text());
    lines.add("started at    " + TIME.format(run.startedAt()) + " UTC");
    lines.add(
        "finished at   "
            + run.finishedAt()
                .map((LocalDateTime at) -> TIME.format(at) + " UTC")
                .orElse("not yet"));
    lines.add("code version  " + run.codeVersion());
    lines.add("files         " + String.join(", ", run.files()));
    run.seed().ifPresent(seed -> lines.add("seed          " + seed));
    run.message().ifPresent(message -> lines.add("message       " + message));
    lines.add("");
    lines.add("settings (" + run.settingsHash().substring(0, 12) + ")");
    run.settings().forEach((name, text) -> lines.add("  " + name + " = " + text));
    lines.add("");
    lines.add("began with snapshots");
    run.inputSnapshots().forEach((table, id) -> lines.add("  " + table + " = " + id));
    lines.add("");
    lines.forEach(terminal.out()::println);
    TextTableWriter rows =
        new TextTableWriter(
            List.of(new ResultColumn("table", false), new ResultColumn("rows", true)), terminal);
    run.rowsWritten()
        .forEach(
            (table, count) -> rows.write(Row.of(table, String.format(Locale.ROOT, "%,d", count))));
    rows.finish();
    terminal.out().println();
    showChecks(history.results(run), terminal);
  }

  private static void showChecks(List<AuditResult> results, Terminal terminal) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    terminal
        .out()
        .printf(Locale.ROOT, "checks: %d passed, %d failed%n", results.size() - failed, failed);
    results.stream()
        .filter(result -> !result.passed())
        .forEach(
            result ->
                terminal
                    .out()
                    .printf(
                        Locale.ROOT,
                        "  %s %s: %s%n",
                        result.severity().name().toLowerCase(Locale.ROOT),
                        result.table(),
                        result.message()));
  }
}
