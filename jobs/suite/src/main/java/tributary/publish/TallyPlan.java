package tributary.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import tributary.lake.Tally;

/** The tallies of many tables: what is counted of each, and what is broken. */
final class TallyPlan {
  /** A tally's figure whose values are doubles. */
  private record Real(int number, String figure) {}

  /**
   * One side of a tally.
   *
   * @param number the check's
   * @param condition as {@link TallyPart#condition}
   * @param by as {@link TallyPart#by}
   * @param figures name to the index of the column of the values
   */
  record Side(
      int number, Tally tally, int condition, List<Integer> by, Map<String, Integer> figures) {}

  private final Map<String, List<Side>> sides = new LinkedHashMap<>();
  private final Map<Integer, Tally> tallies = new LinkedHashMap<>();
  private final Set<Real> reals = new HashSet<>();
  private final Map<Integer, TallyPlaces> places = new HashMap<>();

  /**
   * @param source the table that the side is of
   */
  void add(String source, Side side) {
    sides.computeIfAbsent(source, ignored -> new ArrayList<>()).add(side);
    tallies.put(side.number(), side.tally());
  }

  boolean isEmpty() {
    return tallies.isEmpty();
  }

  /** Must be told of each source before anything is asked. */
  void learnTypes(String source, List<LogicalType> types) {
    for (Side side : sides.getOrDefault(source, List.of())) {
      side.figures()
          .forEach(
              (name, column) -> {
                if (types.get(column).is(LogicalTypeFamily.APPROXIMATE_NUMERIC)) {
                  reals.add(new Real(side.number(), name));
                }
              });
    }
  }

  /** What is counted of a source. */
  List<TallyPart> parts(String source) {
    return sides.getOrDefault(source, List.of()).stream().map(this::part).toList();
  }

  private TallyPart part(Side side) {
    TallyPlaces places = places(side.number());
    return new TallyPart(
        side.number(),
        side.condition(),
        side.by(),
        side.figures().entrySet().stream()
            .map(figure -> places.figure(figure.getKey(), figure.getValue()))
            .toList());
  }

  /** What never is, of each tally by its number. */
  String condition() {
    return tallies.keySet().stream()
        .map(number -> "WHEN check_id = %s THEN %s".formatted(number, places(number).condition()))
        .collect(Collectors.joining(" ", "CASE ", " ELSE FALSE END"));
  }

  private TallyPlaces places(int number) {
    return places.computeIfAbsent(
        number,
        added ->
            new TallyPlaces(tallies.get(number), name -> reals.contains(new Real(number, name))));
  }
}
