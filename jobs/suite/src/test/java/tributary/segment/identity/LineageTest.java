package tributary.segment.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class LineageTest {
  private static final double[] NEAR_A = {0.1, 0};
  private static final double[] NEAR_B = {4.1, 0};
  private static final double[] NEAR_C = {0, 4.1};
  private static final double[] FAR = {9, 9};

  private static final PublishedSegment A = segment("a", 100, 0, 0);
  private static final PublishedSegment B = segment("b", 100, 4, 0);
  private static final PublishedSegment C = segment("c", 100, 0, 4);

  @Test
  void keepsIdsAndNamesOfSegmentsThatGoOn() {
    Lineage lineage =
        Lineage.of(
            List.of(cluster(95, NEAR_B), cluster(105, NEAR_A)),
            List.of(A, B),
            new long[][] {{5, 80}, {85, 10}});
    assertThat(lineage.ids(List.of("x", "y"))).containsExactly("b", "a");
    assertThat(lineage.inheritedNames()).isEqualTo(Map.of(0, "Segment b", 1, "Segment a"));
    assertThat(events(lineage, List.of("b", "a")))
        .containsExactly(
            tuple(EventType.CONTINUED, "b", null, 80L, 80 / 90.0),
            tuple(EventType.CONTINUED, "a", null, 85L, 85 / 90.0));
  }

  @Test
  void tellsOfABirth() {
    Lineage lineage =
        Lineage.of(
            List.of(cluster(100, NEAR_A), cluster(100, NEAR_B), cluster(40, FAR)),
            List.of(A, B),
            new long[][] {{90, 0}, {0, 90}, {3, 4}});
    assertThat(lineage.ids(List.of("x", "y", "z"))).containsExactly("a", "b", "z");
    assertThat(lineage.ancestor(2)).isEmpty();
    assertThat(events(lineage, List.of("a", "b", "z")))
        .contains(tuple(EventType.BORN, "z", null, 40L, 1.0))
        .extracting(event -> event.toList().get(0))
        .containsExactly(EventType.CONTINUED, EventType.CONTINUED, EventType.BORN);
    assertThat(messages(lineage, List.of("a", "b", "z")))
        .contains(
            "\"New z\" is new, with 40 customers: the last model puts 4 of them into \"Segment b\"");
  }

  @Test
  void tellsOfADeath() {
    Lineage lineage =
        Lineage.of(
            List.of(cluster(110, NEAR_A), cluster(110, NEAR_B)),
            List.of(A, B, C),
            new long[][] {{90, 0, 12}, {0, 90, 12}});
    assertThat(lineage.ids(List.of("x", "y"))).containsExactly("a", "b");
    assertThat(events(lineage, List.of("a", "b")))
        .contains(tuple(EventType.DIED, "c", null, 100L, 1.0))
        .extracting(event -> event.toList().get(0))
        .containsExactly(EventType.CONTINUED, EventType.CONTINUED, EventType.DIED);
  }

  @Test
  void tellsOfASplitWhoseLargerPartGoesOn() {
    Lineage lineage =
        Lineage.of(
            List.of(
                cluster(60, new double[] {0.5, 0}),
                cluster(40, new double[] {-0.7, 0}),
                cluster(100, NEAR_B)),
            List.of(A, B),
            new long[][] {{55, 0}, {35, 2}, {0, 90}});
    assertThat(lineage.ids(List.of("x", "y", "z"))).containsExactly("a", "y", "b");
    assertThat(events(lineage, List.of("a", "y", "b")))
        .contains(
            tuple(EventType.BORN, "y", null, 40L, 1.0),
            tuple(EventType.SPLIT, "a", "y", 35L, 35 / 90.0))
        .hasSize(4);
  }

  @Test
  void tellsOfASplitThatNoPartSurvives() {
    Lineage lineage =
        Lineage.of(
            List.of(
                cluster(30, new double[] {0, 2.9}),
                cluster(30, new double[] {0, -2.9}),
                cluster(30, new double[] {-2.9, 0}),
                cluster(100, NEAR_B)),
            List.of(A, B),
            new long[][] {{30, 0}, {30, 0}, {30, 0}, {0, 90}});
    assertThat(lineage.ids(List.of("w", "x", "y", "z"))).containsExactly("w", "x", "y", "b");
    assertThat(events(lineage, List.of("w", "x", "y", "b")))
        .contains(
            tuple(EventType.DIED, "a", null, 100L, 1.0),
            tuple(EventType.SPLIT, "a", "w", 30L, 30 / 90.0),
            tuple(EventType.SPLIT, "a", "x", 30L, 30 / 90.0),
            tuple(EventType.SPLIT, "a", "y", 30L, 30 / 90.0))
        .hasSize(8);
  }

  @Test
  void tellsOfAMergerIntoASegmentThatGoesOn() {
    Lineage lineage =
        Lineage.of(
            List.of(cluster(160, new double[] {0.8, 0}), cluster(100, NEAR_C)),
            List.of(A, segment("b", 50, 4, 0), C),
            new long[][] {{95, 45, 0}, {0, 3, 90}});
    assertThat(lineage.ids(List.of("x", "y"))).containsExactly("a", "c");
    assertThat(events(lineage, List.of("a", "c")))
        .contains(
            tuple(EventType.DIED, "b", null, 50L, 1.0),
            tuple(EventType.MERGED, "b", "a", 45L, 45 / 48.0))
        .hasSize(4);
    assertThat(messages(lineage, List.of("a", "c")))
        .contains(
            "\"Segment b\" merged into \"New a\": 45 of the 48 customers whom the last model puts"
                + " there");
  }

  @Test
  void tellsOfAMergerIntoANewbornSegment() {
    Lineage lineage =
        Lineage.of(
            List.of(cluster(300, FAR), cluster(100, new double[] {20, 20})),
            List.of(A, B, C, segment("d", 100, 20, 20)),
            new long[][] {{90, 90, 90, 0}, {0, 0, 0, 90}});
    assertThat(lineage.ids(List.of("x", "y"))).containsExactly("x", "d");
    assertThat(events(lineage, List.of("x", "d")))
        .contains(
            tuple(EventType.BORN, "x", null, 300L, 1.0),
            tuple(EventType.MERGED, "a", "x", 90L, 1.0),
            tuple(EventType.MERGED, "b", "x", 90L, 1.0),
            tuple(EventType.MERGED, "c", "x", 90L, 1.0))
        .hasSize(8);
  }

  @Test
  void matchesCentroidsWhenNoCustomerIsShared() {
    Lineage lineage =
        Lineage.of(
            List.of(cluster(50, NEAR_C), cluster(50, FAR), cluster(50, NEAR_A)),
            List.of(A, B, C),
            new long[3][3]);
    assertThat(lineage.ids(List.of("x", "y", "z"))).containsExactly("c", "y", "a");
    assertThat(messages(lineage, List.of("c", "y", "a")))
        .contains("\"New c\" goes on; it has no customers to compare");
  }

  @Test
  void staysWithThePlaceWhenMostCustomersMoveOn() {
    Lineage lineage =
        Lineage.of(
            List.of(cluster(100, NEAR_A), cluster(160, NEAR_B)),
            List.of(A, B),
            new long[][] {{30, 0}, {70, 90}});
    assertThat(lineage.ids(List.of("x", "y"))).containsExactly("a", "b");
  }

  @Test
  void matchesCustomersWhenTheFeaturesDiffer() {
    Lineage lineage =
        Lineage.of(
            List.of(cluster(100, new double[0]), cluster(100, new double[0])),
            List.of(A, B),
            new long[][] {{20, 70}, {70, 20}});
    assertThat(lineage.ids(List.of("x", "y"))).containsExactly("b", "a");
  }

  @Test
  void isTheSameWhateverTheNumbersOfClustersAndSegments() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      List<FoundCluster> clusters = new ArrayList<>();
      List<PublishedSegment> published = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        clusters.add(cluster(100 + i, new double[] {random.nextInt(3), random.nextInt(3)}));
        published.add(segment("s" + i, 100, random.nextInt(3), random.nextInt(3)));
      }
      long[][] shared = new long[6][6];
      for (long[] row : shared) {
        Arrays.setAll(row, column -> random.nextInt(4) == 0 ? random.nextInt(40) : 0);
      }
      List<String> expected = Lineage.of(clusters, published, shared).ids(fresh(6));
      int[] rows = permutation(6, random);
      int[] columns = permutation(6, random);
      long[][] permuted = new long[6][6];
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          permuted[i][j] = shared[rows[i]][columns[j]];
        }
      }
      List<String> ids =
          Lineage.of(picked(clusters, rows), picked(published, columns), permuted)
              .ids(picked(fresh(6), rows));
      assertThat(ids).isEqualTo(picked(expected, rows));
    }
  }

  @Test
  void givesEverySegmentABirthInTheFirstWindow() {
    Lineage lineage =
        Lineage.of(List.of(cluster(5, NEAR_A), cluster(6, NEAR_B)), List.of(), new long[2][0]);
    assertThat(lineage.ids(List.of("x", "y"))).containsExactly("x", "y");
    assertThat(messages(lineage, List.of("x", "y")))
        .containsExactly(
            "\"New x\" is new, with 5 customers", "\"New y\" is new, with 6 customers");
  }

  @Test
  void letsEverySegmentDieWhenNoCustomerIsLeft() {
    Lineage lineage = Lineage.of(List.of(), List.of(A, B), new long[0][2]);
    assertThat(events(lineage, List.of()))
        .extracting(event -> event.toList().get(0))
        .containsExactly(EventType.DIED, EventType.DIED);
  }

  @Test
  void matchesAllCustomersOnlyWithAllCustomers() {
    Lineage same = Lineage.of(List.of(cluster(100, FAR)), List.of(A), new long[1][1]);
    assertThat(same.ids(List.of("x"))).containsExactly("a");

    Lineage apart =
        Lineage.of(
            List.of(cluster(80, NEAR_A), cluster(20, NEAR_B)),
            List.of(A),
            new long[][] {{80}, {20}});
    assertThat(apart.ids(List.of("x", "y"))).containsExactly("x", "y");
    assertThat(events(apart, List.of("x", "y")))
        .contains(
            tuple(EventType.SPLIT, "a", "x", 80L, 0.8), tuple(EventType.SPLIT, "a", "y", 20L, 0.2));

    Lineage together =
        Lineage.of(List.of(cluster(200, NEAR_A)), List.of(A, B), new long[][] {{90, 90}});
    assertThat(together.ids(List.of("x"))).containsExactly("x");
    assertThat(events(together, List.of("x")))
        .contains(
            tuple(EventType.MERGED, "a", "x", 90L, 1.0),
            tuple(EventType.MERGED, "b", "x", 90L, 1.0));
  }

  @Test
  void refusesCountsThatDoNotFit() {
    assertThatThrownBy(() -> Lineage.of(List.of(cluster(1, FAR)), List.of(A), new long[1][2]))
        .hasMessage("Invalid counts of shared customers: 2 columns, expected 1");
    assertThatThrownBy(() -> Lineage.of(List.of(cluster(1, FAR)), List.of(A), new long[2][1]))
        .hasMessage("Invalid counts of shared customers: 2 rows, expected 1");
  }

  @Test
  void refusesACentroidThatIsNotANumber() {
    assertThatThrownBy(() -> cluster(1, new double[] {1, Double.NaN}))
        .hasMessage("Invalid centroid: [1.0, NaN]");
    assertThatThrownBy(() -> segment("a", 1, Double.POSITIVE_INFINITY))
        .hasMessage("Invalid centroid: [Infinity]");
  }

  @Test
  void refusesAFreshIdThatIsInherited() {
    Lineage lineage =
        Lineage.of(List.of(cluster(9, FAR), cluster(9, NEAR_A)), List.of(A, B), new long[2][2]);
    assertThatThrownBy(() -> lineage.ids(List.of("a", "y")))
        .hasMessageStartingWith("Invalid segment ids: not all of them differ");
  }

  private static List<Tuple> events(Lineage lineage, List<String> ids) {
    return lineage.events(ids, names(ids)).stream()
        .map(
            event ->
                tuple(
                    event.type(),
                    event.segmentId(),
                    event.otherSegmentId(),
                    event.customers(),
                    event.shareOfSegment()))
        .toList();
  }

  private static List<String> messages(Lineage lineage, List<String> ids) {
    return lineage.events(ids, names(ids)).stream().map(SegmentEvent::message).toList();
  }

  private static List<String> names(List<String> ids) {
    return ids.stream().map(id -> "New " + id).toList();
  }

  private static List<String> fresh(int count) {
    return IntStream.range(0, count).mapToObj(i -> "new" + i).toList();
  }

  private static <T> List<T> picked(List<T> all, int[] places) {
    return Arrays.stream(places).mapToObj(all::get).toList();
  }

  private static int[] permutation(int size, Random random) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(places, random);
    return places.stream().mapToInt(i -> i).toArray();
  }

  private static FoundCluster cluster(long customers, double[] centroid) {
    return new FoundCluster(customers, centroid);
  }

  private static PublishedSegment segment(String id, long customers, double... centroid) {
    return new PublishedSegment(id, "Segment " + id, customers, centroid);
  }
}
