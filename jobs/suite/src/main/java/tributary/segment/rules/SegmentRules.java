package tributary.segment.rules;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Makes rules that say who belongs to which segment: the leaves of a tree of at most four
 * questions. Three customers in ten are held out of it, and the rules' figures are of them. Who is
 * held out is decided by a hash of the customer's id, so it is the same however the customers are
 * ordered, and from month to month.
 */
public final class SegmentRules {
  /** Fewer customers to make rules from give none. */
  static final int FEWEST_CUSTOMERS = 20;

  /** More customers hardly move the thresholds, and cost time: a tree of these takes seconds. */
  static final int MOST_CUSTOMERS = 20_000;

  private static final int HELD_OUT_OF_TEN = 3;
  private static final int SPLIT_SEED = 104729;
  private static final int ORDER_SEED = 1299709;

  private final List<String> features;
  private final List<LabelledCustomer> training = new ArrayList<>();
  private final List<LabelledCustomer> heldOut = new ArrayList<>();

  private SegmentRules(List<String> features, List<LabelledCustomer> customers) {
    this.features = List.copyOf(requireNonNull(features, "features is null"));
    for (LabelledCustomer customer : customers) {
      if (customer.features().length != features.size()) {
        throw new IllegalArgumentException(
            "Invalid customer %s: %s features, expected %s"
                .formatted(customer.id(), customer.features().length, features.size()));
      }
      boolean isHeldOut = Math.floorMod(hash(customer, SPLIT_SEED), 10) < HELD_OUT_OF_TEN;
      (isHeldOut ? heldOut : training).add(customer);
    }
  }

  /**
   * @param features columns' names, all different; {@code education=PhD} for a column that is 1 for
   *     customers with that value and 0 for the others
   * @param customers each id once, in any order
   */
  public static RuleSet of(List<String> features, List<LabelledCustomer> customers) {
    return new SegmentRules(features, customers).make();
  }

  private RuleSet make() {
    if (training.size() < FEWEST_CUSTOMERS || heldOut.isEmpty()) {
      return new RuleSet(List.of(), 0, heldOut.size(), 0);
    }
    training.sort(
        Comparator.comparingInt((LabelledCustomer each) -> hash(each, ORDER_SEED))
            .thenComparing(LabelledCustomer::id));
    List<LabelledCustomer> sample = training.subList(0, Math.min(MOST_CUSTOMERS, training.size()));
    return evaluated(SegmentTree.fit(features, sample), largest(sample));
  }

  private RuleSet evaluated(List<Leaf> leaves, int largest) {
    Map<Integer, List<SegmentRule>> byCluster = new TreeMap<>();
    long placed = 0;
    for (Leaf leaf : leaves) {
      List<LabelledCustomer> met =
          heldOut.stream().filter(each -> leaf.region().contains(each.features())).toList();
      long right = count(met, leaf.cluster());
      placed += right;
      if (!met.isEmpty()) {
        byCluster
            .computeIfAbsent(leaf.cluster(), cluster -> new ArrayList<>())
            .add(rule(leaf, met.size(), right));
      }
    }
    return new RuleSet(
        byCluster.values().stream().flatMap(rules -> numbered(rules).stream()).toList(),
        share(placed, heldOut.size()),
        heldOut.size(),
        share(count(heldOut, largest), heldOut.size()));
  }

  private SegmentRule rule(Leaf leaf, long met, long right) {
    return new SegmentRule(
        leaf.cluster(),
        1,
        leaf.region().words(features),
        met,
        share(right, met),
        share(right, count(heldOut, leaf.cluster())));
  }

  private static List<SegmentRule> numbered(List<SegmentRule> rules) {
    rules.sort(
        Comparator.comparingDouble(SegmentRule::coverage)
            .reversed()
            .thenComparing(SegmentRule::words));
    List<SegmentRule> numbered = new ArrayList<>();
    for (SegmentRule rule : rules) {
      numbered.add(
          new SegmentRule(
              rule.cluster(),
              numbered.size() + 1,
              rule.words(),
              rule.customers(),
              rule.precision(),
              rule.coverage()));
    }
    return numbered;
  }

  /** The segment with the most customers; of equals the first. */
  private static int largest(List<LabelledCustomer> customers) {
    Map<Integer, Long> sizes =
        customers.stream()
            .collect(
                Collectors.groupingBy(
                    LabelledCustomer::cluster, TreeMap::new, Collectors.counting()));
    return sizes.entrySet().stream()
        .min(Map.Entry.<Integer, Long>comparingByValue().reversed())
        .orElseThrow()
        .getKey();
  }

  private static long count(List<LabelledCustomer> customers, int cluster) {
    return customers.stream().filter(each -> each.cluster() == cluster).count();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static int hash(LabelledCustomer customer, int seed) {
    byte[] id = customer.id().getBytes(StandardCharsets.UTF_8);
    return MurmurHash3.hash32x86(id, 0, id.length, seed);
  }
}
