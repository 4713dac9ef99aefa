package tributary.segment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentRulesTest {
  private static final List<String> FEATURES =
      List.of("gross_spend", "recency_days", "education=PhD");

  @Test
  void findsTheBordersOfSegmentsThatHaveStraightOnes() {
    RuleSet set =
        SegmentRules.of(
            FEATURES,
            customers(
                2000,
                point -> {
                  if (point[0] <= 1250) {
                    return 0;
                  }
                  if (point[2] == 1) {
                    return 2;
                  }
                  return point[1] <= 41 ? 1 : 3;
                }));
    assertThat(set.rules())
        .extracting(SegmentRule::cluster, SegmentRule::ruleNumber, SegmentRule::words)
        .containsExactly(
            tuple(0, 1, "gross spend at most 1,250"),
            tuple(
                1,
                1,
                "gross spend above 1,250 and education is not PhD and recency days at most 41"),
            tuple(2, 1, "gross spend above 1,250 and education is PhD"),
            tuple(
                3,
                1,
                "gross spend above 1,250 and education is not PhD and recency days above 41"));
    assertThat(set.heldOutAccuracy()).isEqualTo(1);
    assertThat(set.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.precision()).isEqualTo(1);
              assertThat(rule.coverage()).isEqualTo(1);
            });
  }

  @Test
  void holdsOutThreeInTen() {
    RuleSet set = SegmentRules.of(FEATURES, customers(5000, point -> (int) point[2]));
    assertThat(set.heldOut()).isBetween(1400L, 1600L);
    assertThat(set.heldOutAccuracy()).isEqualTo(1);
    assertThat(set.majorityAccuracy()).isCloseTo(0.5, within(0.05));
    assertThat(set.rules().stream().mapToLong(SegmentRule::customers).sum())
        .isEqualTo(set.heldOut());
  }

  @Test
  void measuresRulesOnCustomersTheyWereNotMadeFrom() {
    Random noise = new Random(9);
    RuleSet set = SegmentRules.of(FEATURES, customers(3000, point -> noise.nextInt(2)));
    assertThat(set.heldOutAccuracy()).isCloseTo(0.5, within(0.06));
  }

  @Test
  void numbersTheRulesOfASegmentByHowMuchTheyCover() {
    RuleSet set =
        SegmentRules.of(
            FEATURES, customers(3000, point -> point[0] > 1000 && point[0] <= 2000 ? 1 : 0));
    List<SegmentRule> outside = set.rules().stream().filter(rule -> rule.cluster() == 0).toList();
    assertThat(outside).extracting(SegmentRule::ruleNumber).containsExactly(1, 2);
    assertThat(outside.get(0).coverage()).isGreaterThan(outside.get(1).coverage());
    assertThat(outside.get(0).words()).startsWith("gross spend above 2,0");
    assertThat(outside.stream().mapToDouble(SegmentRule::coverage).sum())
        .isCloseTo(1, within(0.02));
  }

  @Test
  void asksFourQuestionsAtMost() {
    RuleSet set = SegmentRules.of(FEATURES, customers(4000, point -> (int) (point[0] / 100)));
    assertThat(set.rules()).hasSizeBetween(8, 16);
    assertThat(set.heldOutAccuracy()).isGreaterThan(set.majorityAccuracy());
  }

  @Test
  void sayTheSameTwiceAndInAnyOrder() {
    List<LabelledCustomer> customers =
        customers(3000, point -> point[0] + 20 * point[1] > 2500 ? 1 : 0);
    RuleSet set = SegmentRules.of(FEATURES, customers);
    assertThat(SegmentRules.of(FEATURES, customers)).isEqualTo(set);
    Collections.shuffle(customers, new Random(3));
    assertThat(SegmentRules.of(FEATURES, customers)).isEqualTo(set);
  }

  @Test
  void sayThatEveryCustomerIsInTheOnlySegment() {
    RuleSet set = SegmentRules.of(FEATURES, customers(100, point -> 4));
    assertThat(set.rules())
        .containsExactly(new SegmentRule(4, 1, "every customer", set.heldOut(), 1, 1));
    assertThat(set.heldOutAccuracy()).isEqualTo(1);
    assertThat(set.majorityAccuracy()).isEqualTo(1);
  }

  @Test
  void sayNothingOfTooFewCustomers() {
    RuleSet none = SegmentRules.of(FEATURES, List.of());
    assertThat(none).isEqualTo(new RuleSet(List.of(), 0, 0, 0));
    RuleSet few = SegmentRules.of(FEATURES, customers(15, point -> (int) point[2]));
    assertThat(few.rules()).isEmpty();
    assertThat(few.heldOutAccuracy()).isZero();
  }

  @Test
  void areNeverNotANumber() {
    Random random = new Random(17);
    for (int size : new int[] {1, 5, 20, 29, 35, 60, 200}) {
      for (int segments : new int[] {1, 2, 7, 50}) {
        RuleSet set = SegmentRules.of(FEATURES, customers(size, point -> random.nextInt(segments)));
        assertThat(set.heldOutAccuracy()).isBetween(0.0, 1.0);
        assertThat(set.majorityAccuracy()).isBetween(0.0, 1.0);
        assertThat(set.rules())
            .allSatisfy(
                rule -> {
                  assertThat(rule.customers()).isPositive();
                  assertThat(rule.precision()).isBetween(0.0, 1.0);
                  assertThat(rule.coverage()).isBetween(0.0, 1.0);
                });
      }
    }
  }

  @Test
  void copeWithFeaturesThatAreTheSameForEverybody() {
    List<LabelledCustomer> customers =
        IntStream.range(0, 200)
            .mapToObj(i -> new LabelledCustomer("c" + i, new double[3], i % 3 == 0 ? 1 : 0))
            .toList();
    RuleSet set = SegmentRules.of(FEATURES, customers);
    assertThat(set.rules()).extracting(SegmentRule::words).containsExactly("every customer");
    assertThat(set.heldOutAccuracy()).isEqualTo(set.majorityAccuracy());
  }

  @Test
  void areMadeFromASampleOfMany() {
    RuleSet set = SegmentRules.of(FEATURES, customers(60_000, point -> (int) point[2]));
    assertThat(set.heldOutAccuracy()).isEqualTo(1);
    assertThat(set.heldOut()).isBetween(17_000L, 19_000L);
  }

  @Test
  void refuseCustomersThatDoNotFit() {
    assertThatThrownBy(
            () -> SegmentRules.of(FEATURES, List.of(new LabelledCustomer("c", new double[2], 0))))
        .hasMessage("Invalid customer c: 2 features, expected 3");
    assertThatThrownBy(() -> new LabelledCustomer("c", new double[] {Double.NaN}, 0))
        .hasMessage("Invalid features of customer c: [NaN]");
  }

  /** Customers spread evenly over gross spend 0 to 4,000, recency 0 to 90 days, PhD or not. */
  private static List<LabelledCustomer> customers(int count, ToIntFunction<double[]> cluster) {
    Random random = new Random(1);
    List<LabelledCustomer> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] point = {random.nextDouble() * 4000, random.nextInt(90), random.nextInt(2)};
      customers.add(new LabelledCustomer("customer-" + i, point, cluster.applyAsInt(point)));
    }
    return customers;
  }
}
