package tributary.input.draft;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text taken apart.
 *
 * @param date the text of its date
 * @param tail the pattern of what follows its date
 */
record DateParts(String date, String tail) {
  private static final Pattern VALUE =
      Pattern.compile(
          "(?<date>.+?[0-9]|[0-9]{8})"
              + "((?<between>T| +|, *)(?<time>[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?)"
              + "(?<half> ?[AaPp][Mm])?)?"
              + "(?<zone> ?(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[A-Z]{3,4}))?");

  static Optional<DateParts> of(String value) {
    if (value.length() < 6 || value.length() > 45 || !value.matches(".*[0-9].*[0-9].*")) {
      return Optional.empty();
    }
    Matcher matcher = VALUE.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    StringBuilder tail = new StringBuilder();
    if (matcher.group("time") != null) {
      String between = matcher.group("between");
      tail.append(between.equals("T") ? "'T'" : between).append(timePattern(matcher, between));
    }
    String zone = matcher.group("zone");
    if (zone != null && matcher.group("time") == null) {
      // Only times have a zone: the end of 01-03-2026 is its year.
      return zone.matches("[+-].*")
          ? Optional.of(new DateParts(value, ""))
          : Optional.of(new DateParts(matcher.group("date"), zonePattern(zone)));
    }
    if (zone != null) {
      tail.append(zonePattern(zone));
    }
    return Optional.of(new DateParts(matcher.group("date"), tail.toString()));
  }

  private static String timePattern(Matcher matcher, String between) {
    String time = matcher.group("time");
    String half = matcher.group("half");
    int point = time.indexOf('.');
    String seconds = time.chars().filter(character -> character == ':').count() == 2 ? ":ss" : "";
    String fraction = point < 0 ? "" : "." + "S".repeat(time.length() - point - 1);
    String hour = half != null ? "h" : between.equals("T") ? "HH" : "H";
    String suffix = half == null ? "" : half.startsWith(" ") ? " a" : "a";
    return hour + ":mm" + seconds + fraction + suffix;
  }

  private static String zonePattern(String zone) {
    String blank = zone.startsWith(" ") ? " " : "";
    String name = zone.strip();
    if (name.matches("[+-][0-9]{2}:[0-9]{2}")) {
      return blank + "XXX";
    }
    return name.matches("[+-][0-9]{4}") ? blank + "Z" : blank + "'" + name + "'";
  }
}
