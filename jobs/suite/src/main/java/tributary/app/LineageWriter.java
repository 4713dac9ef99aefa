package tributary.app;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.types.Row;
import tributary.config.SqlSettings;
import tributary.config.TablesSettings.Format;
import tributary.script.Lineage;
import tributary.script.Lineage.Node;

/** Prints what tables are made of: of one table with all that is between, of all in short. */
final class LineageWriter {
  private static final String STEP = "written by its step";

  private final Lineage lineage;
  private final Terminal terminal;

  LineageWriter(Lineage lineage, Terminal terminal) {
    this.lineage = requireNonNull(lineage, "lineage is null");
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  /**
   * @param tables the lake's tables
   * @param asked one of them; absent: all
   */
  void write(Format format, List<String> tables, Optional<String> asked) {
    switch (format) {
      case TEXT -> asked.ifPresentOrElse(this::tree, () -> list(tables));
      case MERMAID -> mermaid(tables, asked);
      case JSON -> json(asked);
    }
  }

  private void list(List<String> tables) {
    TextTableWriter rows =
        new TextTableWriter(
            List.of(new ResultColumn("table", false), new ResultColumn("made of", false)),
            terminal);
    for (String table : tables) {
      String before = String.join(", ", lineage.tablesBefore(table));
      boolean isFilled = lineage.find(table).isPresent();
      rows.write(Row.of(table, !isFilled ? STEP : before.isEmpty() ? "files" : before));
    }
    rows.finish();
  }

  private void tree(String table) {
    List<String> names = new ArrayList<>();
    List<String> files = new ArrayList<>();
    branch(table, 0, new HashSet<>(), names, files);
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < names.size(); i++) {
      String padding = " ".repeat(width - names.get(i).length());
      terminal.out().println((names.get(i) + padding + "  " + files.get(i)).stripTrailing());
    }
  }

  /** What was said above is not said again; a table is the root of a tree of its own. */
  private void branch(
      String name, int depth, Set<String> said, List<String> names, List<String> files) {
    Optional<Node> node = lineage.find(name);
    boolean isOtherTable = depth > 0 && Lineage.isTable(name);
    boolean isAgain = !said.add(name);
    boolean isInner = node.isPresent() && !isOtherTable;
    names.add("  ".repeat(depth) + name + (isInner && isAgain ? " (above)" : ""));
    files.add(isOtherTable ? "" : node.map(each -> String.join(", ", each.files())).orElse(STEP));
    if (isInner && !isAgain) {
      node.get().reads().forEach(read -> branch(read, depth + 1, said, names, files));
    }
  }

  private void mermaid(List<String> tables, Optional<String> asked) {
    terminal.out().println("flowchart LR");
    SortedSet<String> edges = new TreeSet<>();
    if (asked.isPresent()) {
      for (Node node : lineage.between(asked.get())) {
        node.reads().forEach(read -> edges.add(edge(read, node.name())));
      }
    } else {
      for (String table : tables) {
        lineage.tablesBefore(table).forEach(before -> edges.add(edge(before, table)));
      }
    }
    edges.forEach(terminal.out()::println);
  }

  private String edge(String from, String to) {
    return "  %s --> %s".formatted(box(from), box(to));
  }

  /** A table is a rectangle, everything else has round ends. */
  private static String box(String name) {
    String id = name.replace('.', '_');
    return Lineage.isTable(name) ? "%s[%s]".formatted(id, name) : "%s([%s])".formatted(id, name);
  }

  private void json(Optional<String> asked) {
    List<ResultColumn> columns =
        List.of(
            new ResultColumn("name", false),
            new ResultColumn("kind", false),
            new ResultColumn("files", false),
            new ResultColumn("reads", false));
    ResultWriter rows = ResultWriter.of(SqlSettings.Format.JSON, columns, terminal);
    Collection<Node> nodes = asked.map(lineage::between).orElseGet(() -> lineage.nodes().values());
    for (Node node : nodes) {
      String kind = node.kind().name().toLowerCase(Locale.ROOT);
      rows.write(Row.of(node.name(), kind, node.files(), List.copyOf(node.reads())));
    }
    rows.finish();
  }
}
