package tributary.app;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.types.Row;
import picocli.CommandLine.Command;
import tributary.config.LakeSettings;
import tributary.config.PlaceSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.config.Suggestion;
import tributary.config.TablesSettings;
import tributary.config.UserError;
import tributary.lake.Column;
import tributary.lake.Lake;
import tributary.lake.TableContract;
import tributary.lake.TableDescription;
import tributary.lake.TableName;
import tributary.publish.Contracts;
import tributary.script.Lineage;
import tributary.script.SqlLibrary;

/** Shows the data dictionary. */
@Command(
    name = "tables",
    description =
        "Shows the data dictionary: every table with its grain, rows and last change, or one table"
            + " with its columns. With --lineage, what tables are made of; that needs no lake.",
    footer = {
      "",
      "Examples:",
      "  tributary tables",
      "  tributary tables curated.sales",
      "  tributary tables --lineage marts.rfm",
      "  tributary tables --lineage --format mermaid > lineage.mmd"
    })
final class TablesCommand implements Task {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public List<Setting<?>> settings() {
    return Settings.join(
        List.of(
            TablesSettings.settings(),
            LakeSettings.settings(),
            List.of(PlaceSettings.SQL_DIRECTORY)));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    LakeSettings lake = LakeSettings.read(reader);
    TablesSettings settings = TablesSettings.read(reader);
    Optional<Path> sqlDirectory = reader.optional(PlaceSettings.SQL_DIRECTORY);
    return settings.isLineage()
        ? terminal -> lineage(Workbench.library(sqlDirectory), settings, terminal)
        : terminal -> dictionary(lake, settings, terminal);
  }

  private static Summary lineage(SqlLibrary library, TablesSettings settings, Terminal terminal) {
    Lineage lineage = Lineage.of(library);
    List<TableName> tables =
        Contracts.load(library).all().stream().map(TableContract::table).toList();
    new LineageWriter(lineage, terminal)
        .write(
            settings.format(),
            tables.stream().map(TableName::toString).toList(),
            settings.table().map(asked -> find(tables, asked).toString()));
    terminal.out().flush();
    return new Summary("tables").add("tables", tables.size());
  }

  private static Summary dictionary(LakeSettings lake, TablesSettings settings, Terminal terminal) {
    try (Lake opened = Lake.openForReading(lake)) {
      settings
          .table()
          .ifPresentOrElse(
              table -> describe(opened, table, terminal), () -> list(opened, terminal));
      terminal.out().flush();
      return new Summary("tables").add("tables", opened.tables().size());
    }
  }

  private static void list(Lake lake, Terminal terminal) {
    TextTableWriter table =
        new TextTableWriter(
            List.of(
                new ResultColumn("table", false),
                new ResultColumn("rows", true),
                new ResultColumn("changed_at (UTC)", false),
                new ResultColumn("grain", false)),
            terminal);
    for (TableName name : lake.tables()) {
      TableDescription description = lake.describe(name);
      table.write(
          Row.of(
              name, number(description.rowCount()), changedAt(description), description.grain()));
    }
    table.finish();
  }

  private static void describe(Lake lake, String asked, Terminal terminal) {
    TableDescription table = lake.describe(find(lake.tables(), asked));
    List<String> lines = new ArrayList<>();
    lines.add(table.table().toString());
    addIfSaid(lines, table.comment());
    addIfSaid(lines, table.grain());
    lines.add("");
    lines.add("rows          " + number(table.rowCount()));
    lines.add("changed at    " + changedAt(table) + " UTC");
    lines.add("key           " + said(table.properties().getOrDefault("tributary.key", "")));
    lines.add("partitioning  " + said(String.join(", ", table.partitioning())));
    lines.add("sort order    " + said(String.join(", ", table.sort())));
    lines.add("data files    " + number(table.dataFiles()));
    lines.add("");
    lines.forEach(terminal.out()::println);
    TextTableWriter columns =
        new TextTableWriter(
            List.of(
                new ResultColumn("column", false),
                new ResultColumn("type", false),
                new ResultColumn("comment", false)),
            terminal);
    for (Column column : table.columns()) {
      columns.write(Row.of(column.name(), column.type(), column.comment()));
    }
    columns.finish();
  }

  /** The table of that name; its namespace may be left out when only one table is called so. */
  private static TableName find(List<TableName> tables, String asked) {
    List<TableName> found =
        tables.stream()
            .filter(table -> table.toString().equals(asked) || table.name().equals(asked))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> names = tables.stream().map(TableName::toString).toList();
    List<String> shortNames = tables.stream().map(TableName::name).toList();
    String suggestion =
        Suggestion.nearest(asked, names)
            .or(
                () ->
                    Suggestion.nearest(asked, shortNames)
                        .map(name -> names.get(shortNames.indexOf(name))))
            .map(name -> "; did you mean " + name + "?")
            .orElse("; 'tributary tables' lists all");
    throw new UserError(
        "Cannot describe table %s: there is no such table%s".formatted(asked, suggestion));
  }

  private static void addIfSaid(List<String> lines, String sentence) {
    if (!sentence.isBlank()) {
      lines.add(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }
  }

  private static String said(String text) {
    return text.isBlank() ? "none" : text.replace(",", ", ").replace(",  ", ", ");
  }

  private static String changedAt(TableDescription table) {
    return table.current().map(state -> TIME.format(state.committedAt())).orElse("never");
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
