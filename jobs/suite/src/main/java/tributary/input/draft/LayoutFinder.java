package tributary.input.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tributary.config.UserError;
import tributary.input.draft.Splitter.Split;

/** Finds delimiter, quote, header and the rows of a text. */
final class LayoutFinder {
  private static final String DELIMITERS = ";,\t|^~";
  private static final int LINES_LOOKED_AT = 400;

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
    HeaderRow header = HeaderRow.find(vocabulary, records, fit.columns());
    findings.add(header.finding());
    List<List<String>> rows = new ArrayList<>(rows(header.below(records), fit.columns()));
    for (List<String> block : sample.further()) {
      rows.addAll(rows(splitter.split(block), fit.columns()));
    }
    Layout layout =
        new Layout(
            fit.delimiter(),
            quote,
            sample.encodings(),
            header.line() - (declared < 0 ? 0 : 1),
            header.isThere(),
            sample.endsOpen(),
            hasEscapes(lines),
            "");
    Totals.Parted parted = new Totals(vocabulary).part(rows, findings);
    return new Layout.Found(layout, header.names(), parted.kept(), parted.left(), findings);
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

  private static List<List<String>> rows(List<Split> records, int columns) {
    return records.stream().map(Split::fields).filter(fields -> fields.size() == columns).toList();
  }

  private static Finding delimiterFinding(Fit fit, boolean isDeclared) {
    String shown = fit.delimiter() == '\t' ? "tab" : String.valueOf(fit.delimiter());
    return new Finding(
        "delimiter",
        shown,
        isDeclared || fit.share() > 0.95 ? Confidence.HIGH : Confidence.MEDIUM,
        isDeclared
            ? "the first line declares it"
            : String.format(
                Locale.ROOT,
                "%.0f %% of lines then have %d columns",
                fit.share() * 100,
                fit.columns()));
  }

  static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
