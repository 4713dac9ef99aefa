package tributary.input.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which of a book's styles show a number as a date, a time of day or a duration. */
final class CellFormats {
  /** What a number is shown as. */
  enum Shown {
    NUMBER,
    DATE,
    /** A date, or a time of day, with fractions of a second. */
    DATE_OF_FRACTIONS,
    TIME,
    DURATION;
  }

  private static final Pattern NOT_SHOWN =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]|am/pm|a/p");
  private static final Pattern DURATION = Pattern.compile("\\[[hms]+\\]");
  private static final Pattern FRACTIONS = Pattern.compile("s[.,]0");

  private final List<Shown> byStyle = new ArrayList<>();

  private CellFormats() {}

  /**
   * @param part of the book, or null when it has no styles
   */
  static CellFormats read(Parts parts, String part) throws IOException {
    CellFormats formats = new CellFormats();
    Map<String, String> codes = new HashMap<>();
    boolean[] inCells = {false};
    if (part != null) {
      parts.read(
          part,
          xml -> {
            switch (xml.getLocalName()) {
              case "numFmt" ->
                  codes.put(Parts.attribute(xml, "numFmtId"), Parts.attribute(xml, "formatCode"));
              case "cellXfs" -> inCells[0] = true;
              case "cellStyleXfs", "cellStyles", "dxfs" -> inCells[0] = false;
              case "xf" -> {
                if (inCells[0]) {
                  String id = Parts.attribute(xml, "numFmtId");
                  formats.byStyle.add(
                      codes.containsKey(id) ? shown(String.valueOf(codes.get(id))) : builtIn(id));
                }
              }
              default -> {}
            }
          });
    }
    return formats;
  }

  /** By the number of a cell's style; numbers without a style are numbers. */
  Shown shown(int style) {
    return style >= 0 && style < byStyle.size() ? byStyle.get(style) : Shown.NUMBER;
  }

  /** Formats that every book has, some of them only in East Asia and Thailand. */
  private static Shown builtIn(String id) {
    if (id == null || !id.matches("[0-9]{1,3}")) {
      return Shown.NUMBER;
    }
    int number = Integer.parseInt(id);
    return switch (number) {
      case 18, 19, 20, 21, 45, 32, 33 -> Shown.TIME;
      case 46 -> Shown.DURATION;
      case 47 -> Shown.DATE_OF_FRACTIONS;
      case 14, 15, 16, 17, 22 -> Shown.DATE;
      default ->
          number >= 27 && number <= 36
                  || number >= 50 && number <= 58
                  || number >= 71 && number <= 81
              ? Shown.DATE
              : Shown.NUMBER;
    };
  }

  /** By a format's code, such as {@code [$-409]d/m/yy\ h:mm;@}. */
  static Shown shown(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    boolean isOfHalves = lower.contains("am/pm") || lower.contains("a/p");
    String left = NOT_SHOWN.matcher(lower).replaceAll("").split(";", 2)[0].strip();
    if (left.startsWith("general") || left.contains("e+") || left.contains("e-")) {
      return Shown.NUMBER;
    }
    if (DURATION.matcher(left).find()) {
      return Shown.DURATION;
    }
    boolean hasTime = has(left, "hs") || isOfHalves;
    boolean hasDate = has(left, "yde") || has(left, "m") && !hasTime;
    if (FRACTIONS.matcher(left).find()) {
      return Shown.DATE_OF_FRACTIONS;
    }
    return hasDate ? Shown.DATE : hasTime ? Shown.TIME : Shown.NUMBER;
  }

  private static boolean has(String text, String letters) {
    return text.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
  }
}
