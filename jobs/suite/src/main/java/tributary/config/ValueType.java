package tributary.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What texts a setting accepts and what they become.
 *
 * @param shape how many values it has
 * @param expected completes the sentence "expected ..."
 * @param parser the value of a trimmed text; throws IllegalArgumentException with the complaint
 */
public record ValueType<T>(Shape shape, String expected, Function<String, T> parser) {
  /** One value; yes or no; or several, separated by commas. */
  public enum Shape {
    ONE,
    TRUTH,
    MANY
  }

  /** Stands between the texts of a flag that is given several times. */
  static final String SEPARATOR = "\u001F";

  public ValueType {
    requireNonNull(shape, "shape is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(parser, "parser is null");
  }

  /** Anything but nothing. */
  public static ValueType<String> text() {
    return one("some text", "text", text -> text).within(text -> !text.isBlank());
  }

  public static ValueType<Integer> integer(int least, int most) {
    return whole(least, most).map(Math::toIntExact);
  }

  public static ValueType<Long> whole(long least, long most) {
    return one("%s to %s".formatted(least, most), "a whole number", Long::valueOf)
        .within(value -> value >= least && value <= most);
  }

  /** A finite number. */
  public static ValueType<Double> number(double least, double most) {
    return one("%s to %s".formatted(least, most), "a number", Double::valueOf)
        .within(value -> value >= least && value <= most);
  }

  public static ValueType<LocalDate> date() {
    return one("a day such as 2011-12-09", "a date", LocalDate::parse);
  }

  /** A positive length of time in days, months or years. */
  public static ValueType<Period> period() {
    return one("a length such as P12M, P1Y or P90D", "a length of time", Period::parse)
        .within(period -> !period.isZero() && !period.isNegative());
  }

  public static ValueType<Path> path() {
    return one("a path", "a path", Path::of);
  }

  /** An absolute http or https address. */
  public static ValueType<URI> uri() {
    return one("one such as https://catalog.example.com/api", "an address", ValueType::address);
  }

  public static ValueType<HostAndPort> hostAndPort() {
    return one("HOST:PORT, such as localhost:8081", "an address", HostAndPort::parse);
  }

  /** A constant's name in lower case, with hyphens. */
  public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
    Map<String, E> byName = new LinkedHashMap<>();
    Stream.of(type.getEnumConstants()).forEach(constant -> byName.put(nameOf(constant), constant));
    return oneOf(List.copyOf(byName.keySet())).map(byName::get);
  }

  /** One of these names, which are lower case. */
  public static ValueType<String> oneOf(List<String> names) {
    String expected = "one of " + String.join(", ", names);
    return new ValueType<>(
        Shape.ONE,
        expected,
        text -> {
          String name = text.toLowerCase(Locale.ROOT);
          if (!names.contains(name)) {
            throw complaint(text, "not known", expected + Suggestion.sentence(name, names));
          }
          return name;
        });
  }

  public static ValueType<Boolean> truth() {
    String expected = "true or false";
    return new ValueType<>(
        Shape.TRUTH,
        expected,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw complaint(text, "neither", expected);
            });
  }

  /** Several of another type, separated by commas; at least one. */
  public static <T> ValueType<List<T>> list(ValueType<T> item) {
    return new ValueType<>(
        Shape.MANY,
        item.expected(),
        text ->
            Arrays.stream(text.split("[," + SEPARATOR + "]", -1))
                .map(String::trim)
                .map(item.parser())
                .toList());
  }

  /** Several texts, one for each time that the flag is given. */
  public static ValueType<List<String>> texts() {
    return new ValueType<>(Shape.MANY, "some text", text -> List.of(text.split(SEPARATOR, -1)));
  }

  /** {@code KEY=VALUE} pairs, separated by commas; a comma that begins no pair is a value's. */
  public static ValueType<Map<String, String>> pairs() {
    return new ValueType<>(
        Shape.MANY,
        "KEY=VALUE",
        text -> {
          Map<String, String> pairs = new LinkedHashMap<>();
          for (String pair : text.split(SEPARATOR + "|,(?=[\\w.-]+=)")) {
            int middle = pair.indexOf('=');
            if (middle < 1) {
              throw new IllegalArgumentException("a pair has no key or no =; expected KEY=VALUE");
            }
            pairs.put(pair.substring(0, middle).trim(), pair.substring(middle + 1).trim());
          }
          return Map.copyOf(pairs);
        });
  }

  /** {@code NAME=RANGE}. */
  static ValueType<Map.Entry<String, Range>> namedRange() {
    return one(
        "NAME=" + Range.EXPECTED,
        "a name with a range",
        text -> {
          int middle = text.indexOf('=');
          return Map.entry(
              text.substring(0, middle).trim(), Range.parse(text.substring(middle + 1)));
        });
  }

  /** How a constant is written by the user. */
  public static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> ValueType<T> one(String expected, String what, Function<String, T> from) {
    return new ValueType<>(
        Shape.ONE,
        expected,
        text -> {
          try {
            return from.apply(text);
          } catch (RuntimeException e) {
            throw complaint(text, "not " + what, expected);
          }
        });
  }

  private ValueType<T> within(Predicate<T> limit) {
    return map(
        value -> {
          if (!limit.test(value)) {
            throw complaint(String.valueOf(value), "out of range", expected);
          }
          return value;
        });
  }

  private <U> ValueType<U> map(Function<T, U> function) {
    return new ValueType<>(shape, expected, parser.andThen(function));
  }

  private static URI address(String text) {
    URI uri = URI.create(text);
    if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
      throw new IllegalArgumentException("not absolute");
    }
    return uri;
  }

  private static IllegalArgumentException complaint(String text, String what, String expected) {
    return new IllegalArgumentException("'%s' is %s; expected %s".formatted(text, what, expected));
  }
}
