package tributary.input;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tributary.config.UserError;

/**
 * The options of a file table, as its {@code WITH} clause gives them.
 *
 * @param files glob on the names of the files that the table reads
 * @param format how the files are written
 * @param delimiters what may be between two columns, ASCII characters; the first by which a file's
 *     header has the table's columns is
 * @param quote the quote character, or -1 for none
 * @param encodings names of the encodings to be tried, in order
 * @param hasHeader whether the first line names the columns; else they count by position
 * @param skipLines lines to be skipped before the header
 * @param equalLinesAreReal whether lines with equal columns are all real, not duplicates
 * @param lastLineMayBeOpen whether the last line may lack its line break
 * @param escapes how characters are escaped
 * @param nullText an unquoted field that means null, or empty for none
 * @param ranges where the columns of a fixed-width text are
 * @param sheet pattern on the names of the sheets that are read of a book, or empty
 * @param identity the canonical columns that identify a sale, beside its time and figures
 */
record FileTableOptions(
    String files,
    Format format,
    String delimiters,
    int quote,
    List<String> encodings,
    boolean hasHeader,
    int skipLines,
    boolean equalLinesAreReal,
    boolean lastLineMayBeOpen,
    Escapes escapes,
    String nullText,
    List<ColumnRange> ranges,
    String sheet,
    List<String> identity)
    implements Serializable {

  /** How files are written. */
  enum Format {
    /** By the file's name: Parquet or JSON Lines if it ends so, else delimited text. */
    BY_NAME,
    CSV,
    FIXED,
    JSON,
    PARQUET
  }

  private static final String ANY_FILE = "*";
  private static final Pattern JSON_NAME = Pattern.compile("(?i)[.](jsonl|ndjson|json)([.]gz)?$");
  private static final String USUAL_DELIMITERS = ",;\t|";

  private static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              "connector",
              "files",
              "format",
              "delimiter",
              "quote",
              "encoding",
              "escape",
              "escape-in",
              "null",
              "widths",
              "ranges",
              "header",
              "identity",
              "sheet",
              "skip-lines",
              "equal-lines",
              "last-line"));

  FileTableOptions {
    requireNonNull(files, "files is null");
    requireNonNull(format, "format is null");
    requireNonNull(delimiters, "delimiters is null");
    encodings = List.copyOf(encodings);
    requireNonNull(escapes, "escapes is null");
    requireNonNull(nullText, "nullText is null");
    ranges = List.copyOf(ranges);
    requireNonNull(sheet, "sheet is null");
    identity = List.copyOf(identity);
  }

  /**
   * @throws UserError naming the first option that is not understood
   */
  static FileTableOptions parse(Map<String, String> options) {
    for (String name : new TreeSet<>(options.keySet())) {
      if (!NAMES.contains(name)) {
        throw new UserError(
            "unknown option '%s' (allowed: %s)".formatted(name, String.join(", ", NAMES)));
      }
    }
    Values values = new Values(options);
    Format format =
        values.oneOf(
            "format",
            "",
            Map.of(
                "", Format.BY_NAME,
                "csv", Format.CSV,
                "fixed", Format.FIXED,
                "json", Format.JSON,
                "parquet", Format.PARQUET));
    List<ColumnRange> ranges = values.ranges(format);
    boolean isFixed = format == Format.FIXED;
    int quote = isFixed ? -1 : values.quote();
    String delimiters = values.delimiters(quote);
    if (delimiters.indexOf(quote) >= 0) {
      throw new UserError("options 'delimiter' and 'quote' are the same character");
    }
    return new FileTableOptions(
        values.glob("files", ANY_FILE),
        format,
        delimiters,
        quote,
        values.encodings(),
        values.oneOf("header", isFixed ? "false" : "true", Map.of("true", true, "false", false)),
        values.count("skip-lines"),
        values.oneOf("equal-lines", "duplicates", Map.of("duplicates", false, "real", true)),
        values.oneOf("last-line", "must-end", Map.of("must-end", false, "may-be-open", true)),
        isFixed ? Escapes.NONE : values.escapes(quote, delimiters),
        options.getOrDefault("null", ""),
        ranges,
        values.glob("sheet", ""),
        Identity.parse(options.get("identity")));
  }

  /** Whether columns are found by the names in a header, rather than by their places. */
  boolean namesColumns() {
    return hasHeader && format != Format.FIXED;
  }

  /** How its texts are read, given the delimiter. */
  TextDialect dialect(char delimiter) {
    return new TextDialect(delimiter, quote, escapes, nullText);
  }

  /**
   * @throws UserError when there is not one range for each column of a fixed-width text
   */
  void check(List<String> columns) {
    if (format == Format.FIXED && ranges.size() != columns.size()) {
      throw new UserError(
          "the table has %s columns, and its widths or ranges are of %s"
              .formatted(columns.size(), ranges.size()));
    }
  }

  /** Whether this table reads the file of this name. */
  boolean reads(String fileName) {
    Path name = Path.of(fileName).getFileName();
    return FileSystems.getDefault().getPathMatcher("glob:" + files).matches(name);
  }

  /** Lines of a text before its first record. */
  int linesBefore() {
    return skipLines + (hasHeader ? 1 : 0);
  }

  /** Whether the file of this name is JSON Lines, when it is text. */
  boolean isJson(String fileName) {
    return format == Format.JSON || format == Format.BY_NAME && JSON_NAME.matcher(fileName).find();
  }

  /** Whether this table reads a book's sheet of this name, where it names any. */
  boolean readsSheet(String sheetName) {
    return FileSystems.getDefault().getPathMatcher("glob:" + sheet).matches(Path.of(sheetName));
  }

  /** Whether this table reads all files that no other table names. */
  boolean readsAnyFile() {
    return files.equals(ANY_FILE);
  }

  /** Whether the file of this name is Parquet. */
  boolean isParquet(String fileName) {
    return format == Format.PARQUET || format == Format.BY_NAME && fileName.endsWith(".parquet");
  }

  /** Whether the profile leaves it to the file how it is written. */
  boolean isByName() {
    return format == Format.BY_NAME;
  }

  /** Reads single options out of the clause. */
  private record Values(Map<String, String> options) {
    <T> T oneOf(String name, String otherwise, Map<String, T> meanings) {
      String value = options.getOrDefault(name, otherwise);
      T meaning = meanings.get(value);
      if (meaning == null || value.isEmpty() && options.containsKey(name)) {
        Set<String> allowed = new TreeSet<>(meanings.keySet());
        allowed.remove("");
        throw invalid(name, value, "one of " + String.join(", ", allowed));
      }
      return meaning;
    }

    String glob(String name, String otherwise) {
      String glob = options.getOrDefault(name, otherwise);
      try {
        FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return glob;
      } catch (IllegalArgumentException e) {
        throw invalid(name, glob, "a pattern such as sales*.csv");
      }
    }

    String delimiters(int quote) {
      String value = options.get("delimiter");
      if (value == null) {
        return quote < 0 ? USUAL_DELIMITERS : USUAL_DELIMITERS.replace("" + (char) quote, "");
      }
      if (value.equals("\\t") || value.equalsIgnoreCase("tab")) {
        return "\t";
      }
      if (value.length() != 1 || value.charAt(0) >= 0x80 || "\r\n".contains(value)) {
        throw invalid("delimiter", value, "one ASCII character, or tab");
      }
      return value;
    }

    int quote() {
      String value = options.getOrDefault("quote", "\"");
      if (value.equalsIgnoreCase("none")) {
        return -1;
      }
      if (value.length() != 1 || value.charAt(0) >= 0x80 || "\r\n".contains(value)) {
        throw invalid("quote", value, "one ASCII character, or none");
      }
      return value.charAt(0);
    }

    Escapes escapes(int quote, String delimiters) {
      String value = options.get("escape");
      String scope =
          oneOf("escape-in", "", Map.of("", "", "quotes", "quotes", "everywhere", "everywhere"));
      boolean isNone = value != null && value.equalsIgnoreCase("none");
      if ((value == null || isNone) && !scope.isEmpty()) {
        throw new UserError("option 'escape-in' is given, but no 'escape'");
      }
      if (value == null) {
        return Escapes.UNSAID;
      }
      if (isNone || value.length() == 1 && value.charAt(0) == quote) {
        return Escapes.NONE;
      }
      boolean isAscii = value.length() == 1 && value.charAt(0) > ' ' && value.charAt(0) < 0x7F;
      if (!isAscii || Character.isLetterOrDigit(value.charAt(0))) {
        throw invalid("escape", value, "one ASCII sign, or none");
      }
      if (options.containsKey("delimiter") && delimiters.equals(value)) {
        throw new UserError("options 'delimiter' and 'escape' are the same character");
      }
      return new Escapes(value.charAt(0), scope(scope, quote));
    }

    private static Escapes.Scope scope(String said, int quote) {
      return switch (said) {
        case "quotes" -> Escapes.Scope.QUOTES;
        case "everywhere" -> Escapes.Scope.EVERYWHERE;
        default -> quote < 0 ? Escapes.Scope.EVERYWHERE : Escapes.Scope.QUOTES_AT_LEAST;
      };
    }

    List<ColumnRange> ranges(Format format) {
      String widths = options.get("widths");
      String ranges = options.get("ranges");
      if (format != Format.FIXED) {
        if (widths != null || ranges != null) {
          throw new UserError("options 'widths' and 'ranges' need 'format' = 'fixed'");
        }
        return List.of();
      }
      for (String other : List.of("delimiter", "quote", "escape", "escape-in")) {
        if (options.containsKey(other)) {
          throw new UserError("option '%s' is not for 'format' = 'fixed'".formatted(other));
        }
      }
      if ((widths == null) == (ranges == null)) {
        throw new UserError("'format' = 'fixed' needs either 'widths' or 'ranges'");
      }
      return widths != null ? ColumnRange.ofWidths(widths) : ColumnRange.ofRanges(ranges);
    }

    List<String> encodings() {
      String value = options.getOrDefault("encoding", "utf-8");
      List<String> names = new ArrayList<>();
      for (String name : value.split(",", -1)) {
        try {
          names.add(Charset.forName(name.trim()).name());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
          throw invalid("encoding", name.trim(), "names such as utf-8 or windows-1252");
        }
      }
      return names;
    }

    int count(String name) {
      String value = options.getOrDefault(name, "0");
      if (!value.matches("[0-9]{1,6}")) {
        throw invalid(name, value, "a number of lines");
      }
      return Integer.parseInt(value);
    }

    private static UserError invalid(String name, String value, String expected) {
      return new UserError("option '%s' is '%s', expected %s".formatted(name, value, expected));
    }
  }
}
