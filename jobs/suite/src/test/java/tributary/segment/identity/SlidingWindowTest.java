package tributary.segment.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.clustering.MultiKMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** A year of windows over a shop whose customers come, go and change, fitted anew every month. */
class SlidingWindowTest {
  private static final double[][] KINDS = {{0, 0}, {6, 0}, {0, 6}, {6, 6}, {3, 11}};
  private static final int CUSTOMERS = 1500;
  private static final int MONTHS = 12;

  private final Random random = new Random(42);
  private final Map<String, double[]> customers = new TreeMap<>();
  private int arrivals;

  /** A published window: where every customer is, and the segments. */
  private record Published(Map<String, String> idOf, List<PublishedSegment> segments) {}

  @Test
  void keepsIdsOfCustomersWhoseFeaturesDidNotChange() {
    arrive(CUSTOMERS, KINDS.length);
    Published last = publish(null, KINDS.length, 0);
    for (int month = 1; month <= MONTHS; month++) {
      Map<String, double[]> before = new HashMap<>(customers);
      passAMonth(KINDS.length);
      Published now = publish(last, KINDS.length, month);
      assertThat(shareKept(before, last, now)).as("month %d", month).isGreaterThanOrEqualTo(0.99);
      assertThat(ids(now)).isEqualTo(ids(last));
      last = now;
    }
  }

  @Test
  void keepsIdsWhenOnlySeedAndOrderChange() {
    arrive(CUSTOMERS, KINDS.length);
    Published last = publish(null, KINDS.length, 0);
    for (int seed = 1; seed <= 10; seed++) {
      Published now = publish(last, KINDS.length, seed);
      assertThat(shareKept(customers, last, now)).isGreaterThanOrEqualTo(0.99);
    }
  }

  @Test
  void keepsTheOtherSegmentsWhenOneIsBornAndWhenItDies() {
    arrive(CUSTOMERS, KINDS.length - 1);
    Published four = publish(null, KINDS.length - 1, 1);
    Map<String, double[]> before = new HashMap<>(customers);
    double[] newKind = KINDS[KINDS.length - 1];
    IntStream.range(0, 300).forEach(i -> arriveAt(newKind));
    Published five = publish(four, KINDS.length, 2);
    assertThat(ids(five)).containsAll(ids(four)).hasSize(KINDS.length);
    assertThat(shareKept(before, four, five)).isGreaterThanOrEqualTo(0.99);

    before = new HashMap<>(customers);
    customers.values().removeIf(point -> point[1] > 8.5);
    Published again = publish(five, KINDS.length - 1, 3);
    assertThat(ids(again)).isEqualTo(ids(four));
    assertThat(shareKept(before, five, again)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void keepsMostIdsWhereThereAreNoNaturalSegments() {
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.put(nextId(), new double[] {random.nextGaussian(), random.nextGaussian()});
    }
    Published first = publish(null, 6, 1);
    Published second = publish(first, 6, 2);
    assertThat(ids(second)).containsAnyElementsOf(ids(first)).hasSize(6);
    Set<String> kept = new HashSet<>(ids(second));
    kept.retainAll(ids(first));
    assertThat(kept).hasSizeGreaterThanOrEqualTo(5);
  }

  private void passAMonth(int kinds) {
    List<String> all = new ArrayList<>(customers.keySet());
    Collections.shuffle(all, random);
    all.subList(0, CUSTOMERS / 10).forEach(customers::remove);
    for (String id : all.subList(CUSTOMERS / 10, 3 * CUSTOMERS / 10)) {
      customers.put(id, place(KINDS[random.nextInt(kinds)]));
    }
    arrive(CUSTOMERS / 10, kinds);
  }

  private void arrive(int count, int kinds) {
    IntStream.range(0, count).forEach(i -> arriveAt(KINDS[random.nextInt(kinds)]));
  }

  private void arriveAt(double[] kind) {
    customers.put(nextId(), place(kind));
  }

  private String nextId() {
    return "customer-" + arrivals++;
  }

  private double[] place(double[] kind) {
    return Arrays.stream(kind).map(middle -> middle + random.nextGaussian()).toArray();
  }

  private Published publish(Published last, int k, int seed) {
    List<String> order = new ArrayList<>(customers.keySet());
    Collections.shuffle(order, new Random(seed));
    List<double[]> centroids = fit(order, k, seed);
    List<PublishedSegment> published = last == null ? List.of() : last.segments();
    long[][] shared = new long[k][published.size()];
    long[] sizes = new long[k];
    Map<String, Integer> clusterOf = new HashMap<>();
    for (String id : order) {
      int cluster = nearest(centroids, customers.get(id));
      clusterOf.put(id, cluster);
      sizes[cluster]++;
      for (int j = 0; j < published.size(); j++) {
        shared[cluster][j] += published.get(j).id().equals(last.idOf().get(id)) ? 1 : 0;
      }
    }
    List<FoundCluster> clusters =
        IntStream.range(0, k).mapToObj(i -> new FoundCluster(sizes[i], centroids.get(i))).toList();
    List<String> fresh = IntStream.range(0, k).mapToObj(i -> seed + "-" + i).toList();
    List<String> ids = Lineage.of(clusters, published, shared).ids(fresh);
    Map<String, String> idOf = new HashMap<>();
    clusterOf.forEach((id, cluster) -> idOf.put(id, ids.get(cluster)));
    return new Published(
        idOf,
        IntStream.range(0, k)
            .mapToObj(i -> new PublishedSegment(ids.get(i), "", sizes[i], centroids.get(i)))
            .toList());
  }

  private List<double[]> fit(List<String> order, int k, int seed) {
    KMeansPlusPlusClusterer<DoublePoint> clusterer =
        new KMeansPlusPlusClusterer<>(k, 100, new EuclideanDistance(), new Well19937c(seed));
    return new MultiKMeansPlusPlusClusterer<>(clusterer, 5)
        .cluster(order.stream().map(id -> new DoublePoint(customers.get(id))).toList()).stream()
            .map(CentroidCluster::getCenter)
            .map(center -> center.getPoint())
            .toList();
  }

  private static int nearest(List<double[]> centroids, double[] point) {
    EuclideanDistance distance = new EuclideanDistance();
    int best = 0;
    for (int i = 1; i < centroids.size(); i++) {
      if (distance.compute(centroids.get(i), point)
          < distance.compute(centroids.get(best), point)) {
        best = i;
      }
    }
    return best;
  }

  private double shareKept(Map<String, double[]> before, Published last, Published now) {
    List<String> unchanged =
        before.keySet().stream().filter(id -> before.get(id) == customers.get(id)).toList();
    assertThat(unchanged).hasSizeGreaterThan(CUSTOMERS / 2);
    long kept =
        unchanged.stream().filter(id -> last.idOf().get(id).equals(now.idOf().get(id))).count();
    return (double) kept / unchanged.size();
  }

  private static Set<String> ids(Published window) {
    Set<String> ids = new HashSet<>();
    window.segments().forEach(segment -> ids.add(segment.id()));
    return ids;
  }
}
