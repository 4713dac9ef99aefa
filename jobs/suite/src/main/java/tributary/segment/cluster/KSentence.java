package tributary.segment.cluster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one sentence why a number of segments was chosen. */
final class KSentence {
  private final List<Trial> trials;
  private final List<Trial> bestPerK;
  private final String condition;

  KSentence(List<Trial> trials, List<Trial> bestPerK, double smallestShare) {
    this.trials = trials;
    this.bestPerK = bestPerK;
    this.condition =
        "whose smallest segment holds at least %s of customers".formatted(percent(smallestShare));
  }

  /**
   * For a choice.
   *
   * @param qualified the chosen one and its rivals, from the highest silhouette on
   */
  String of(Trial chosen, List<Trial> qualified) {
    String among = "among %s %s".formatted(tried(), condition);
    Trial highest = qualified.get(0);
    if (qualified.size() == 1) {
      return "%s: the only number %s (%s %s)"
          .formatted(segments(chosen), among, form(chosen), number(chosen));
    }
    if (chosen != highest) {
      return "%s: the most whose %s (%s) is within %s of the highest (%s: %s) %s"
          .formatted(
              segments(chosen),
              form(chosen),
              number(chosen),
              KChoice.NEAR_TIE,
              highest.k(),
              number(highest),
              among);
    }
    Trial next = qualified.get(1);
    return "%s: the highest %s (%s) %s; next best %s (%s)"
        .formatted(segments(chosen), form(chosen), number(chosen), among, next.k(), number(next));
  }

  String ofNone() {
    String none = "No number of segments: among %s there is none ".formatted(tried());
    Optional<Trial> nearest =
        bestPerK.stream()
            .filter(each -> each.silhouette().isPresent())
            .max(
                Comparator.comparingDouble(Trial::smallestShare)
                    .thenComparing(Trial::k, Comparator.reverseOrder()));
    if (nearest.isPresent()) {
      return "%s%s; nearest is %s (%s)"
          .formatted(none, condition, nearest.get().k(), percent(nearest.get().smallestShare()));
    }
    Optional<String> problem = trials.stream().flatMap(each -> each.problem().stream()).findFirst();
    return none + "to judge: " + problem.orElse("a silhouette needs two clusters");
  }

  private static String segments(Trial trial) {
    return trial.k() + " segments";
  }

  private static String form(Trial trial) {
    return trial.quality().orElseThrow().form().words();
  }

  private static String number(Trial trial) {
    return String.format(Locale.ROOT, "%.3f", trial.separation());
  }

  /** Every k that was tried: {@code k = 2..8}, or one by one where some are missing between. */
  private String tried() {
    List<Integer> all = trials.stream().map(Trial::k).distinct().sorted().toList();
    if (all.isEmpty()) {
      return "none tried";
    }
    int first = all.get(0);
    int last = all.get(all.size() - 1);
    if (all.size() > 2 && last - first == all.size() - 1) {
      return "k = %s..%s".formatted(first, last);
    }
    return "k = " + all.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Rounded down, so that a miss does not read as a hit. */
  private static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
    return percent.setScale(2, RoundingMode.DOWN).stripTrailingZeros().toPlainString() + " %";
  }
}
