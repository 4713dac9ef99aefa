package tributary.segment.identity;

import static tributary.segment.identity.Assignment.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which new clusters are published segments. They are paired one to one so that the sum of their
 * {@link Similarity} is the greatest; a pair that is not similar enough is not matched, the old one
 * dies and the new one is born. What numbers the clusters have plays no part.
 *
 * <p>A segment of all customers is only ever matched with another one of all customers, and then
 * always: it has a name that is true of nothing else.
 */
public final class Lineage {
  private final List<FoundCluster> clusters;
  private final List<PublishedSegment> published;
  private final SharedCustomers shared;
  private final int[] ancestors;

  private Lineage(
      List<FoundCluster> clusters, List<PublishedSegment> published, SharedCustomers shared) {
    this.clusters = List.copyOf(clusters);
    this.published = List.copyOf(published);
    this.shared = shared;
    this.ancestors = match();
  }

  /**
   * @param clusters the new model's
   * @param published the segments that were published last; none of the first window
   * @param shared customers that new clusters (rows) have in common with published segments
   *     (columns), in the two lists' order; perhaps all 0
   */
  public static Lineage of(
      List<FoundCluster> clusters, List<PublishedSegment> published, long[][] shared) {
    return new Lineage(
        clusters, published, new SharedCustomers(shared, clusters.size(), published.size()));
  }

  /** The published segment that a cluster is; empty for a newborn. */
  public Optional<PublishedSegment> ancestor(int cluster) {
    return ancestors[cluster] == NONE
        ? Optional.empty()
        : Optional.of(published.get(ancestors[cluster]));
  }

  /** The names that clusters inherit, by cluster. */
  public Map<Integer, String> inheritedNames() {
    Map<Integer, String> names = new TreeMap<>();
    for (int cluster = 0; cluster < clusters.size(); cluster++) {
      int number = cluster;
      ancestor(cluster).ifPresent(segment -> names.put(number, segment.name()));
    }
    return names;
  }

  /**
   * One id for each cluster: the inherited one, or its fresh one.
   *
   * @param fresh for each cluster an id that was never used
   */
  public List<String> ids(List<String> fresh) {
    List<String> ids = new ArrayList<>();
    for (int cluster = 0; cluster < clusters.size(); cluster++) {
      ids.add(ancestor(cluster).map(PublishedSegment::id).orElse(fresh.get(cluster)));
    }
    if (new HashSet<>(ids).size() < ids.size()) {
      throw new IllegalArgumentException("Invalid segment ids: not all of them differ: " + ids);
    }
    return List.copyOf(ids);
  }

  /**
   * What happened, type by type. Every cluster is either continued or born, and every published
   * segment either continued or dead.
   *
   * @param ids of all clusters, from {@link #ids}
   * @param names of all clusters
   */
  public List<SegmentEvent> events(List<String> ids, List<String> names) {
    return new LineageEvents(clusters, published, shared, ancestors, ids, names).all();
  }

  private int[] match() {
    int[] matched = new int[clusters.size()];
    Arrays.fill(matched, NONE);
    if (clusters.size() == 1 && published.size() == 1) {
      matched[0] = 0;
    } else if (clusters.size() > 1 && published.size() > 1) {
      matchSimilar(matched);
    }
    return matched;
  }

  /**
   * In an order that does not depend on how clusters and segments were numbered: it breaks ties.
   */
  private void matchSimilar(int[] matched) {
    Similarity similarity = new Similarity(clusters, published, shared);
    int[] columns = order(published.size(), Comparator.comparing(j -> published.get(j).id()));
    int[] rows =
        order(clusters.size(), Comparator.comparing(i -> key(i, columns), Arrays::compare));
    double[][] gains = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        gains[i][j] = similarity.ofCandidates(rows[i], columns[j]);
      }
    }
    int[] best = Assignment.best(gains);
    for (int i = 0; i < rows.length; i++) {
      matched[rows[i]] = best[i] == NONE ? NONE : columns[best[i]];
    }
  }

  private static int[] order(int size, Comparator<Integer> comparator) {
    return IntStream.range(0, size).boxed().sorted(comparator).mapToInt(i -> i).toArray();
  }

  /** All that is known of a cluster: larger ones come first. */
  private double[] key(int cluster, int[] columns) {
    FoundCluster found = clusters.get(cluster);
    return Stream.of(
            DoubleStream.of(-found.customers()),
            Arrays.stream(found.centroid()),
            Arrays.stream(columns).mapToDouble(segment -> shared.of(cluster, segment)))
        .flatMapToDouble(numbers -> numbers)
        .toArray();
  }
}
