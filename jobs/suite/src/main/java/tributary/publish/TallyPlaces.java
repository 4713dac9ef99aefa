package tributary.publish;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tributary.config.UserError;
import tributary.lake.Tally;
import tributary.publish.TallyPart.Use;

/**
 * Where the figures of one tally are in rows of {@link RowTally#TYPE}, and in what
 * sql/checks/broken_tallies.sql makes of those.
 */
final class TallyPlaces {
  private record Place(Use use, int number) {}

  private final Tally tally;
  private final Map<String, Place> places = new LinkedHashMap<>();

  /**
   * @param isReal whether a figure's values are doubles, by its name
   */
  TallyPlaces(Tally tally, Predicate<String> isReal) {
    this.tally = tally;
    Map<Use, Integer> used = new EnumMap<>(Use.class);
    tally
        .kinds()
        .forEach(
            (name, kind) -> {
              Use use = use(kind, isReal.test(name));
              int number = used.merge(shared(use), 1, Integer::sum);
              if (number > most(use)) {
                throw new UserError(
                    "Cannot audit by the tally %s: it has more than %s figures of the kind of %s, make two of it"
                        .formatted(tally.name(), most(use), name));
              }
              places.put(name, new Place(use, number));
            });
  }

  private static Use use(Tally.Kind kind, boolean isReal) {
    return switch (kind) {
      case SUM -> isReal ? Use.SUM : Use.EXACT_SUM;
      case HIGHEST -> Use.HIGHEST;
      case LOWEST -> Use.LOWEST;
      case DISTINCT -> Use.DISTINCT;
    };
  }

  /** The lowest is the highest of the opposite. */
  private static Use shared(Use use) {
    return use == Use.LOWEST ? Use.HIGHEST : use;
  }

  private static int most(Use use) {
    return switch (use) {
      case EXACT_SUM -> RowTally.EXACT_SUMS;
      case SUM -> RowTally.SUMS;
      case HIGHEST, LOWEST -> RowTally.EXTREMES;
      case DISTINCT -> RowTally.DISTINCTS;
    };
  }

  /**
   * How values add to a figure.
   *
   * @param column index of their column
   */
  TallyPart.Figure figure(String name, int column) {
    Place place = places.get(name);
    int before =
        switch (place.use()) {
          case EXACT_SUM -> RowTally.FIGURES;
          case SUM -> RowTally.FIGURES + RowTally.EXACT_SUMS;
          case HIGHEST, LOWEST -> RowTally.FIGURES + RowTally.EXACT_SUMS + RowTally.SUMS;
          case DISTINCT -> 1;
        };
    return new TallyPart.Figure(column, place.use(), before + place.number() - 1);
  }

  /** The condition of what never is, on the columns of the query. */
  String condition() {
    return condition(tally, name -> column(places.get(name)));
  }

  private static String column(Place place) {
    return switch (place.use()) {
      case EXACT_SUM -> "exact_sum_" + place.number();
      case SUM -> "sum_" + place.number();
      case HIGHEST -> "extreme_" + place.number();
      case LOWEST -> "(-extreme_" + place.number() + ")";
      case DISTINCT -> "distinct_" + place.number();
    };
  }

  /** The condition with other words for its figures. */
  static String condition(Tally tally, UnaryOperator<String> words) {
    Pattern names = Pattern.compile("\\b(" + String.join("|", tally.kinds().keySet()) + ")\\b");
    return names
        .matcher(tally.never())
        .replaceAll(found -> Matcher.quoteReplacement(words.apply(found.group())));
  }
}
