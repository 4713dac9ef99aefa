package tributary.input.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the patterns that read the times of a column, and whether the day or the month is first.
 */
final class DatePatterns {
  private static final List<String> OTHERS =
      List.of(
          "yyyy-MM-dd",
          "yyyy/MM/dd",
          "yyyy.MM.dd",
          "yyyy-M-d",
          "yyyy/M/d",
          "yy-MM-dd",
          "yy/MM/dd",
          "d MMM yyyy",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "d/MMM/yyyy",
          "d MMM yy",
          "d MMMM yyyy",
          "d. MMM yyyy",
          "d. MMMM yyyy",
          "MMM d, yyyy",
          "MMMM d, yyyy",
          "MMM d yyyy",
          "MMM-d-yyyy",
          "MMM-d-yy",
          "EEE d MMM yyyy");
  private static final List<String> DAY_FIRST =
      List.of("d.M.yyyy", "d.M.yy", "d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy");
  private static final List<String> MONTH_FIRST =
      List.of("M/d/yyyy", "M/d/yy", "M-d-yyyy", "M-d-yy");
  private static final String COMPACT = "yyyyMMdd";
  private static final int MOST_VALUES = 500;
  private static final int MOST_PATTERNS = 4;
  private static final double LEAST_SHARE = 0.7;

  private final Readings readings;

  DatePatterns(Readings readings) {
    this.readings = readings;
  }

  /** A pattern of dates: how many values it fits, and how many years those have. */
  private record Fit(String pattern, int values, Set<String> years) {}

  /**
   * @param isNamedDate whether the column's name speaks of a date: only then digits are one
   * @return empty when the column holds no times
   */
  Optional<DateReading> read(Column column, boolean isNamedDate, Optional<Boolean> dayFirst) {
    List<String> values = values(column);
    Map<String, DateParts> parts = new LinkedHashMap<>();
    for (String value : values) {
      DateParts.of(value).ifPresent(found -> parts.put(value, found));
    }
    if (values.isEmpty() || parts.size() < LEAST_SHARE * values.size()) {
      return isNamedDate ? epoch(values) : Optional.empty();
    }
    Stream<String> others =
        isNamedDate ? Stream.concat(OTHERS.stream(), Stream.of(COMPACT)) : OTHERS.stream();
    Fit other = best(others.toList(), parts.values());
    Fit day = best(DAY_FIRST, parts.values());
    Fit month = best(MONTH_FIRST, parts.values());
    Fit best =
        other.values() >= Math.max(day.values(), month.values()) && isPlainer(other, day)
            ? other
            : null;
    if (best != null && best.values() >= LEAST_SHARE * values.size()) {
      return Optional.of(
          reading(
              column,
              values,
              parts,
              best,
              null,
              Confidence.HIGH,
              "the year or a month's name tells the order"));
    }
    if (Math.max(day.values(), month.values()) < LEAST_SHARE * values.size()) {
      return isNamedDate ? epoch(values) : Optional.empty();
    }
    return Optional.of(dayOrMonth(column, values, parts, day, month, dayFirst));
  }

  /** Two digits may be a year or a day: years are fewer. */
  private static boolean isPlainer(Fit other, Fit day) {
    return !other.pattern().startsWith("yy-") && !other.pattern().startsWith("yy/")
        || day.values() < other.values()
        || other.years().size() < day.years().size();
  }

  private DateReading dayOrMonth(
      Column column,
      List<String> values,
      Map<String, DateParts> parts,
      Fit day,
      Fit month,
      Optional<Boolean> dayFirst) {
    int onlyDay = only(parts, day, month);
    int onlyMonth = only(parts, month, day);
    if (day.pattern().contains(".")) {
      return reading(
          column,
          values,
          parts,
          day,
          null,
          Confidence.HIGH,
          "dates with points begin with the day");
    }
    if (onlyDay > 0 && onlyDay > 20 * onlyMonth) {
      return reading(
          column,
          values,
          parts,
          day,
          null,
          sure(onlyMonth),
          "%s values have a first number beyond 12".formatted(onlyDay));
    }
    if (onlyMonth > 0 && onlyMonth > 20 * onlyDay) {
      return reading(
          column,
          values,
          parts,
          month,
          null,
          sure(onlyDay),
          "%s values have a second number beyond 12".formatted(onlyMonth));
    }
    if (dayFirst.isPresent()) {
      return reading(
          column,
          values,
          parts,
          dayFirst.get() ? day : month,
          null,
          Confidence.HIGH,
          "as the flag says");
    }
    String example =
        parts.keySet().stream()
            .filter(value -> isTold(parts.get(value)))
            .findFirst()
            .orElse(values.get(0));
    DateReading.Ambiguity ambiguity =
        new DateReading.Ambiguity(
            example, shown(parts.get(example), day), shown(parts.get(example), month));
    return reading(
        column,
        values,
        parts,
        day,
        ambiguity,
        Confidence.LOW,
        "no number beyond 12 tells day and month apart");
  }

  private static Confidence sure(int against) {
    return against == 0 ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private boolean isTold(DateParts parts) {
    String[] numbers = parts.date().split("[/-]");
    return numbers.length == 3 && !numbers[0].equals(numbers[1]);
  }

  private String shown(DateParts parts, Fit fit) {
    return readings
        .time(parts.date(), fit.pattern())
        .map(time -> time.substring(0, 10))
        .orElse("no date");
  }

  private int only(Map<String, DateParts> parts, Fit fit, Fit other) {
    return (int)
        parts.values().stream()
            .filter(each -> readings.time(each.date(), fit.pattern()).isPresent())
            .filter(each -> readings.time(each.date(), other.pattern()).isEmpty())
            .count();
  }

  private Fit best(List<String> patterns, Iterable<DateParts> parts) {
    Fit best = new Fit(patterns.get(0), 0, Set.of());
    for (String pattern : patterns) {
      int values = 0;
      Set<String> years = new HashSet<>();
      for (DateParts each : parts) {
        Optional<String> time =
            readings.time(each.date(), pattern).filter(DatePatterns::isPlausible);
        if (time.isPresent()) {
          values++;
          years.add(time.get().substring(0, 4));
        }
      }
      if (values > best.values()
          || values == best.values() && values > 0 && years.size() < best.years().size()) {
        best = new Fit(pattern, values, years);
      }
    }
    return best;
  }

  private static boolean isPlausible(String time) {
    String year = time.substring(0, 4);
    return year.compareTo("1900") >= 0 && year.compareTo("2099") <= 0;
  }

  /** The chosen pattern of dates with each of the tails that values have. */
  private DateReading reading(
      Column column,
      List<String> values,
      Map<String, DateParts> parts,
      Fit fit,
      DateReading.Ambiguity ambiguity,
      Confidence confidence,
      String evidence) {
    Map<String, Integer> tails = new LinkedHashMap<>();
    parts.values().stream()
        .filter(each -> readings.time(each.date(), fit.pattern()).isPresent())
        .forEach(each -> tails.merge(each.tail(), 1, Integer::sum));
    List<String> patterns =
        tails.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(MOST_PATTERNS)
            .map(entry -> fit.pattern() + entry.getKey())
            .filter(
                pattern ->
                    values.stream().anyMatch(each -> readings.time(each, pattern).isPresent()))
            .toList();
    List<String> times = new ArrayList<>();
    for (String value : values) {
      patterns.stream()
          .map(pattern -> readings.time(value, pattern))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(times::add);
    }
    boolean hasTime = patterns.stream().anyMatch(pattern -> pattern.contains("mm"));
    double share = (double) times.size() / values.size();
    return new DateReading(
        patterns,
        share,
        hasTime,
        hasTime && times.stream().allMatch(time -> time.endsWith("00:00:00")),
        ambiguity,
        share > 0.97 ? confidence : confidence.and(Confidence.MEDIUM),
        String.format(Locale.ROOT, "%s; %.0f %% of its values fit", evidence, share * 100));
  }

  private Optional<DateReading> epoch(List<String> values) {
    for (String pattern : List.of("epoch-seconds", "epoch-millis")) {
      int digits = pattern.equals("epoch-seconds") ? 10 : 13;
      if (!values.isEmpty()
          && values.stream().allMatch(value -> value.matches("[0-9]{%s}".formatted(digits)))) {
        return Optional.of(
            new DateReading(
                List.of(pattern),
                1,
                true,
                false,
                null,
                Confidence.MEDIUM,
                "%s digits under a name of a time".formatted(digits)));
      }
    }
    return Optional.empty();
  }

  private static List<String> values(Column column) {
    return column.counts().keySet().stream().limit(MOST_VALUES).toList();
  }
}
