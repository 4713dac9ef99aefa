package tributary.input.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tributary.input.number.TypedNumber;
import tributary.input.xlsx.CellFormats.Shown;

/**
 * Cells as text: numbers plain and of 15 digits as a sheet shows them, whole ones as long as they
 * are written; dates as {@code yyyy-MM-dd HH:mm:ss}; TRUE and FALSE.
 */
record CellTexts(SharedTexts shared, CellFormats formats, SerialDates dates) {
  private static final int DIGITS = 15;
  private static final MathContext AS_SHOWN = new MathContext(DIGITS, RoundingMode.HALF_UP);
  private static final int MOST_PLACES = 400;
  private static final BigDecimal INEXACT = BigDecimal.TEN.pow(DIGITS);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter FRACTIONS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  /**
   * The text of a cell's value; null for a value that is not of its type.
   *
   * @param type the cell's {@code t}, or null
   * @param style the number of its style, or a negative one
   */
  String text(String type, int style, String value) {
    return switch (type == null ? "n" : type) {
      case "n" -> number(value.strip(), style);
      case "s" -> ofShared(value.strip());
      case "b" -> value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE";
      case "d" -> date(value.strip());
      default -> SharedTexts.unescaped(value);
    };
  }

  private String ofShared(String index) {
    try {
      return shared.get(Integer.parseInt(index));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private String number(String raw, int style) {
    try {
      Shown shown = formats.shown(style);
      String date = shown == Shown.NUMBER ? null : dates.text(raw, shown);
      return date != null ? date : isAsShown(raw) ? raw : number(raw);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether a number is plain, and neither too long nor with zeros that say nothing. */
  private static boolean isAsShown(String raw) {
    int length = raw.length();
    int point = -1;
    for (int i = 0; i < length; i++) {
      char next = raw.charAt(i);
      if (next == '.' && point < 0 && i > 0) {
        point = i;
      } else if (next < '0' || next > '9') {
        return false;
      }
    }
    boolean hasLeadingZero = length > 1 && raw.charAt(0) == '0' && point != 1;
    boolean hasTrailingZero = point >= 0 && (point == length - 1 || raw.charAt(length - 1) == '0');
    boolean mayLookGrouped = point >= 0 && length - point - 1 == 3;
    return length > 0
        && (point < 0 || length <= DIGITS)
        && !hasLeadingZero
        && !hasTrailingZero
        && !mayLookGrouped;
  }

  private static String number(String raw) {
    BigDecimal exact = new BigDecimal(raw);
    boolean isWholeLiteral = exact.scale() == 0;
    boolean isLost = !isWholeLiteral && exact.abs().compareTo(INEXACT) >= 0;
    if (isLost || exact.scale() > MOST_PLACES) {
      return null;
    }
    BigDecimal shown = isWholeLiteral ? exact : exact.round(AS_SHOWN);
    return shown.signum() == 0 ? "0" : TypedNumber.text(shown.stripTrailingZeros());
  }

  private static String date(String iso) {
    try {
      LocalDateTime time =
          iso.length() == "yyyy-MM-dd".length()
              ? LocalDate.parse(iso).atStartOfDay()
              : LocalDateTime.parse(iso);
      return (time.getNano() == 0 ? SECONDS : FRACTIONS).format(time);
    } catch (DateTimeException e) {
      return iso;
    }
  }
}
