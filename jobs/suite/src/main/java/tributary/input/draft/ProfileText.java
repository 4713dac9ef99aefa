package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a draft as the SQL of a source profile, with what was found as comments. */
final class ProfileText {
  private static final int WIDTH = 78;

  private static final Map<String, String> OF_KINDS =
      Map.of(
          "fee", "declared_kind",
          "adjustment", "declared_kind",
          "cancellation", "declared_kind",
          "fees?", "declared_kind",
          "cancelled", "amount",
          "no sale", "amount",
          "refunded", "amount",
          "totals", "amount",
          "unpaid", "amount");

  private static final String FIRST_ROWS =
      """
      WITH numbered_rows AS (
        SELECT
          *,
          line.source_file AS row_file,
          line.source_line AS row_line
        FROM sales_lines
      ),
      first_rows AS (
        SELECT
          *,
          MAX(CASE WHEN %s IS NOT NULL THEN row_line END)
            OVER (PARTITION BY row_file ORDER BY row_line) AS first_row
        FROM numbered_rows
      ),
      """;

  private final Sheet sheet;
  private final Mapping mapping;
  private final Refs refs;
  private final Drafted drafted;
  private final StringBuilder text = new StringBuilder();

  ProfileText(Sheet sheet, Mapping mapping, Refs refs, Drafted drafted) {
    this.sheet = sheet;
    this.mapping = mapping;
    this.refs = refs;
    this.drafted = drafted;
  }

  String write() {
    comment(
        "Drafted by tributary profile, of %s lines. Each finding says how sure it is: high, medium or low. Edit freely; ingest --dry-run shows what it makes of files, and docs/profiles.md has all options, columns and functions."
            .formatted(sheet.rows()));
    text.append("CREATE TEMPORARY TABLE %s (\n  ".formatted(table()));
    text.append(
        columns().stream()
            .map(column -> Refs.ofFile(column) + " STRING")
            .collect(Collectors.joining(",\n  ")));
    text.append("\n) WITH (\n");
    sheet.findings().forEach(this::finding);
    sheet.equalLinesFinding(areUnits(mapping)).ifPresent(this::finding);
    text.append("  ").append(String.join(",\n  ", options())).append("\n);\n\n");
    spread();
    text.append("SELECT\n");
    drafted.findings().stream().filter(each -> canonical(each).isEmpty()).forEach(this::finding);
    text.append("  line");
    drafted.expressions().forEach(this::select);
    text.append("\nFROM ").append(refs.spread().isEmpty() ? table() : "whole_orders").append(";\n");
    return text.toString();
  }

  private String table() {
    return drafted.expressions().containsKey("transaction_id") ? "sales_lines" : "customers_file";
  }

  /** Without a header all, in the files' order; else those that are used. */
  private List<Column> columns() {
    return sheet.layout().hasHeader()
        ? sheet.columns().stream().filter(this::isUsed).toList()
        : sheet.columns();
  }

  private boolean isUsed(Column column) {
    String name = Refs.ofFile(column);
    return refs.spread().containsKey(column)
        || drafted.expressions().values().stream().anyMatch(expression -> expression.contains(name))
        || mapping.of(Role.TRANSACTION).filter(column::equals).isPresent();
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    option(options, "connector", "retail-files");
    if (!sheet.files().equals("*")) {
      option(options, "files", sheet.files());
    }
    Layout layout = sheet.layout();
    if (!sheet.isText()) {
      ofBook(options, layout);
      equalLines(options);
      return options;
    }
    option(
        options,
        "delimiter",
        layout.delimiter() == '\t' ? "tab" : String.valueOf(layout.delimiter()));
    option(options, "encoding", layout.encodings());
    if (layout.quote() != '"') {
      option(options, "quote", layout.quote() < 0 ? "none" : String.valueOf((char) layout.quote()));
    }
    if (layout.hasEscapes()) {
      option(options, "escape", "\\");
    }
    if (layout.skippedLines() > 0) {
      option(options, "skip-lines", String.valueOf(layout.skippedLines()));
    }
    if (!layout.hasHeader()) {
      option(options, "header", "false");
    }
    equalLines(options);
    if (layout.lastLineIsOpen()) {
      option(options, "last-line", "may-be-open");
    }
    return options;
  }

  private static void ofBook(List<String> options, Layout layout) {
    if (!layout.sheet().isEmpty()) {
      option(options, "sheet", layout.sheet());
    }
    if (layout.skippedLines() > 0) {
      option(options, "skip-lines", String.valueOf(layout.skippedLines()));
    }
    if (!layout.hasHeader()) {
      option(options, "header", "false");
    }
  }

  private void equalLines(List<String> options) {
    if (sheet.equalLines() > 0 && areUnits(mapping)) {
      option(options, "equal-lines", "real");
    }
  }

  /** Whether each line is of one piece, so that two pieces are two equal lines. */
  static boolean areUnits(Mapping mapping) {
    return !mapping.has(Role.QUANTITY) && mapping.has(Role.PRODUCT);
  }

  private static void option(List<String> options, String name, String value) {
    options.add("'%s' = %s".formatted(name, Refs.literal(value)));
  }

  /** What an order's first row alone says is true of all its rows. */
  private void spread() {
    if (refs.spread().isEmpty()) {
      return;
    }
    Column transaction = mapping.of(Role.TRANSACTION).orElseThrow();
    String order = Refs.cleanOfFile(transaction);
    if (Refs.isInFirstRows(mapping)) {
      comment("What stands in the first row of an order alone is true of the rows below it.");
      text.append(FIRST_ROWS.formatted(order));
      wholeOrders("first_rows", "first_row");
    } else {
      comment("What stands in the first row of an order alone is spread over its rows.");
      text.append("WITH ");
      wholeOrders("sales_lines", order);
    }
  }

  private void wholeOrders(String from, String order) {
    text.append("whole_orders AS (\n  SELECT\n    *");
    refs.spread()
        .forEach(
            (column, alias) ->
                text.append(
                    ",\n    MAX(%s) OVER whole_order AS %s"
                        .formatted(said(column), refs.of(column))));
    text.append(
        "\n  FROM %s\n  WINDOW whole_order AS (\n    PARTITION BY line.source_file, %s\n  )\n)\n"
            .formatted(from, order));
  }

  /** What a column says of an order: where rows below have no number, the first row alone. */
  private String said(Column column) {
    String clean = Refs.cleanOfFile(column);
    return Refs.isInFirstRows(mapping)
        ? "CASE WHEN row_line = first_row THEN %s END".formatted(clean)
        : clean;
  }

  private void select(String canonical, String expression) {
    text.append(",\n");
    drafted.findings().stream()
        .filter(finding -> canonical(finding).equals(canonical))
        .forEach(this::finding);
    text.append("  ").append(expression).append(" AS ").append(canonical);
  }

  /** The canonical column that a finding is on; empty for none. */
  private String canonical(Finding finding) {
    String canonical = OF_KINDS.getOrDefault(finding.subject(), finding.subject());
    return drafted.expressions().containsKey(canonical) ? canonical : "";
  }

  private void finding(Finding finding) {
    for (String line :
        wrapped(
            "%s: %s (%s: %s)"
                .formatted(
                    finding.subject(), finding.answer(), finding.confidence(), finding.evidence()),
            WIDTH - 5)) {
      text.append("  -- ").append(line).append('\n');
    }
  }

  private void comment(String words) {
    wrapped(words, WIDTH - 3).forEach(line -> text.append("-- ").append(line).append('\n'));
  }

  private static List<String> wrapped(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.replaceAll("\\p{Cntrl}", " ").split(" +")) {
      if (line.length() > 0 && line.length() + word.length() >= width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
