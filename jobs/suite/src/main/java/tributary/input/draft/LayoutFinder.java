package tributary.input.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tributary.config.UserError;
import tributary.input.draft.Splitter.Split;

/** Finds delimiter, quote, header and the lines before it and after the last row. */
final class LayoutFinder {
  private static final String DELIMITERS = ";,\t|^~";
  private static final int LINES_LOOKED_AT = 400;
  private static final int MOST_LINES_BEFORE = 40;
  private static final int MOST_TOTALS = 5;

  private final Vocabulary vocabulary;
  private final List<Finding> findings = new ArrayList<>();

  LayoutFinder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** How well a delimiter splits lines: into how many columns most of them, and what share. */
  private record Fit(char delimiter, int columns, double share) {
    double score() {
      return columns < 2 ? 0 : share * share * Math.log(columns);
    }
  }

  /**
   * @param name of the file, for messages
   * @throws UserError when no delimiter is found
   */
  Layout.Found find(String name, TextSample sample) {
    List<String> lines = sample.first();
    findings.add(sample.encoding());
    int declared = declaredDelimiter(lines.get(0));
    List<String> looked =
        lines.subList(declared < 0 ? 0 : 1, Math.min(lines.size(), LINES_LOOKED_AT));
    int quote = quote(looked);
    Fit fit = declared < 0 ? bestFit(looked, quote) : fit(looked, (char) declared, quote);
    if (fit.columns() < 2) {
      throw new UserError(
          "Cannot draft a profile for %s: its lines have no delimiter among , ; tab | ^ ~ (the first is '%s'); save it with one, or write the profile of a fixed-width file by hand"
              .formatted(name, shortened(lines.get(0))));
    }
    findings.add(delimiterFinding(fit, declared >= 0));
    Splitter splitter = new Splitter(fit.delimiter(), quote);
    List<Split> records = splitter.split(lines);
    int start = start(records, fit.columns());
    boolean hasHeader = isHeader(records, start, fit.columns());
    Split first = records.get(start);
    findings.add(headerFinding(hasHeader, first));
    List<List<String>> rows =
        new ArrayList<>(
            rows(records.subList(start + (hasHeader ? 1 : 0), records.size()), fit.columns()));
    for (List<String> block : sample.further()) {
      rows.addAll(rows(splitter.split(block), fit.columns()));
    }
    Layout layout =
        new Layout(
            fit.delimiter(),
            quote,
            sample.encodings(),
            first.line() - (declared < 0 ? 0 : 1),
            hasHeader,
            sample.endsOpen(),
            hasEscapes(lines));
    return new Layout.Found(
        layout, names(hasHeader, first, fit.columns()), withoutTotals(rows), findings);
  }

  /** The delimiter that a line such as {@code sep=;} declares, or -1. */
  private static int declaredDelimiter(String line) {
    String text = line.replace("\"", "").strip();
    return text.matches("(?i)sep=.?") ? (text.length() == 4 ? '\t' : text.charAt(4)) : -1;
  }

  private static int quote(List<String> lines) {
    long doubles = lines.stream().filter(line -> line.matches("(?s).*(^|[,;\t|])\".*")).count();
    long singles =
        lines.stream().filter(line -> line.matches("(?s)(.*[,;\t|])?'[^']*'([,;\t|].*)?")).count();
    if (doubles == 0 && singles * 2 > lines.size()) {
      return '\'';
    }
    long within = lines.stream().filter(line -> line.contains("\"")).count();
    return doubles == 0 && within > 0 ? -1 : '"';
  }

  private static boolean hasEscapes(List<String> lines) {
    return lines.stream()
        .limit(LINES_LOOKED_AT)
        .anyMatch(line -> line.matches("(?s)(.*[,;\t|])?(\\\\N|\"[^\"]*\\\\\".*)([,;\t|].*)?"));
  }

  private static Fit bestFit(List<String> lines, int quote) {
    Fit best = new Fit(',', 1, 0);
    for (char delimiter : DELIMITERS.toCharArray()) {
      Fit fit = fit(lines, delimiter, quote);
      if (fit.score() > best.score()) {
        best = fit;
      }
    }
    return best;
  }

  private static Fit fit(List<String> lines, char delimiter, int quote) {
    Map<Integer, Integer> counts = new HashMap<>();
    List<Split> records = new Splitter(delimiter, quote).split(lines);
    records.forEach(record -> counts.merge(record.fields().size(), 1, Integer::sum));
    int columns = 1;
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (entry.getKey() > 1 && entry.getValue() >= most) {
        columns = entry.getKey();
        most = entry.getValue();
      }
    }
    return new Fit(delimiter, columns, records.isEmpty() ? 0 : (double) most / records.size());
  }

  /** The first record that has all columns, most of them filled. */
  private static int start(List<Split> records, int columns) {
    for (int i = 0; i < Math.min(records.size(), MOST_LINES_BEFORE); i++) {
      Split record = records.get(i);
      if (record.fields().size() == columns && record.filled() * 10 >= columns * 6) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Whether a record names the columns: nothing in it is a number or a date, its fields differ, and
   * either below it are numbers, or words are in it that are known.
   */
  private boolean isHeader(List<Split> records, int place, int columns) {
    List<String> fields = records.get(place).fields();
    List<String> filled = fields.stream().filter(field -> !field.isEmpty()).toList();
    boolean isOfWords =
        filled.stream().noneMatch(LayoutFinder::isValue)
            && new HashSet<>(filled).size() * 10 >= filled.size() * 8;
    if (!isOfWords) {
      return false;
    }
    long known = filled.stream().filter(field -> best(field) >= 75).count();
    boolean isUnlikeRows =
        records.stream()
            .skip(place + 1L)
            .limit(20)
            .filter(record -> record.fields().size() == columns)
            .anyMatch(record -> record.fields().stream().anyMatch(LayoutFinder::isValue));
    return isUnlikeRows || known >= 2;
  }

  private int best(String name) {
    int best = 0;
    for (Role role : Role.values()) {
      best = Math.max(best, vocabulary.score(role, name));
    }
    return best;
  }

  private static boolean isValue(String field) {
    return field.matches("[(+-]?\\p{Sc}? ?[0-9][0-9.,' ]*[)-]?( ?\\p{Sc}| [A-Z]{3})?")
        || field.matches("[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}.*")
        || field.matches("[0-9]{1,2}:[0-9]{2}.*");
  }

  private static List<List<String>> rows(List<Split> records, int columns) {
    return records.stream().map(Split::fields).filter(fields -> fields.size() == columns).toList();
  }

  /** Lines of totals, at the end and between others, say nothing of columns; they are rejects. */
  private List<List<String>> withoutTotals(List<List<String>> rows) {
    int end = rows.size();
    while (end > 1 && rows.size() - end < MOST_TOTALS && isTotals(rows.get(end - 1))) {
      end--;
    }
    List<List<String>> others =
        rows.subList(0, end).stream().filter(row -> !beginsAsTotals(row)).toList();
    boolean isPlausible = others.size() * 2 > rows.size();
    List<List<String>> kept = isPlausible ? others : rows.subList(0, end);
    if (kept.size() < rows.size()) {
      findings.add(
          new Finding(
              "totals",
              "%d line(s) of them or of nothing, which become rejects"
                  .formatted(rows.size() - kept.size()),
              Confidence.HIGH,
              "the last is '%s'"
                  .formatted(
                      shortened(
                          rows.stream()
                              .filter(row -> !kept.contains(row))
                              .map(row -> String.join(" ", row).strip())
                              .reduce("", (first, second) -> second)))));
    }
    return kept;
  }

  private boolean isTotals(List<String> row) {
    List<String> filled = row.stream().filter(field -> !field.isEmpty()).toList();
    return filled.isEmpty()
        || filled.size() * 2 <= row.size() && filled.stream().anyMatch(this::isOfTotals);
  }

  private boolean beginsAsTotals(List<String> row) {
    return isTotals(row)
        && row.stream().filter(field -> !field.isEmpty()).limit(1).allMatch(this::isOfTotals);
  }

  private boolean isOfTotals(String field) {
    return vocabulary.is("totals", field.replaceAll("[:=].*", ""))
        || vocabulary.is("totals", field.split("[ :=]")[0]);
  }

  private static List<String> names(boolean hasHeader, Split first, int columns) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String name = hasHeader ? first.fields().get(i) : "";
      names.add(name.isEmpty() ? (hasHeader ? "column " : "column_") + (i + 1) : name);
    }
    return names;
  }

  private static Finding delimiterFinding(Fit fit, boolean isDeclared) {
    String shown = fit.delimiter() == '\t' ? "tab" : String.valueOf(fit.delimiter());
    return new Finding(
        "delimiter",
        shown,
        isDeclared || fit.share() > 0.95 ? Confidence.HIGH : Confidence.MEDIUM,
        isDeclared
            ? "the first line declares it"
            : "%.0f %% of lines then have %d columns".formatted(fit.share() * 100, fit.columns()));
  }

  private static Finding headerFinding(boolean hasHeader, Split first) {
    String before = first.line() > 0 ? " after %d line(s)".formatted(first.line()) : "";
    return hasHeader
        ? new Finding("header", "yes" + before, Confidence.HIGH, "names, unlike what is below them")
        : new Finding(
            "header",
            "none" + before,
            Confidence.MEDIUM,
            "the first full line holds values already");
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
