package tributary.segment.identity;

import static tributary.segment.identity.Assignment.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a lineage means for each segment. Splits and mergers follow MONIC (see {@link Similarity}):
 * they are read from shared customers alone, by a majority of at least ten.
 */
final class LineageEvents {
  private final List<FoundCluster> clusters;
  private final List<PublishedSegment> published;
  private final SharedCustomers shared;
  private final int[] ancestors;
  private final List<String> ids;
  private final List<String> names;

  LineageEvents(
      List<FoundCluster> clusters,
      List<PublishedSegment> published,
      SharedCustomers shared,
      int[] ancestors,
      List<String> ids,
      List<String> names) {
    this.clusters = clusters;
    this.published = published;
    this.shared = shared;
    this.ancestors = ancestors;
    this.ids = ids;
    this.names = names;
  }

  List<SegmentEvent> all() {
    List<SegmentEvent> events = new ArrayList<>();
    clusters().filter(i -> ancestors[i] != NONE).forEach(i -> events.add(continued(i)));
    clusters().filter(this::isNewborn).forEach(i -> events.add(born(i)));
    segments().filter(this::isDead).forEach(j -> events.add(died(j)));
    segments().forEach(j -> splits(j).forEach(i -> events.add(split(i, j))));
    segments().filter(this::isDead).forEach(j -> heir(j).ifPresent(i -> events.add(merged(i, j))));
    return events;
  }

  private SegmentEvent continued(int cluster) {
    int segment = ancestors[cluster];
    long stayed = shared.of(cluster, segment);
    long here = shared.ofSegment(segment);
    String message =
        here == 0
            ? text("\"%s\" goes on; it has no customers to compare", names.get(cluster))
            : text(
                "\"%s\" goes on: the last model puts %,d customers there, this one %,d of them",
                names.get(cluster), here, stayed);
    return event(
        EventType.CONTINUED, cluster, stayed, shared.shareOfSegment(cluster, segment), message);
  }

  private SegmentEvent born(int cluster) {
    long customers = clusters.get(cluster).customers();
    String message = text("\"%s\" is new, with %,d customers", names.get(cluster), customers);
    Optional<Integer> origin =
        segments()
            .boxed()
            .max(
                Comparator.comparing((Integer segment) -> shared.of(cluster, segment))
                    .thenComparing(segment -> published.get(segment).id()));
    if (shared.ofCluster(cluster) > 0) {
      message +=
          text(
              ": the last model puts %,d of them into \"%s\"",
              shared.of(cluster, origin.orElseThrow()), published.get(origin.orElseThrow()).name());
    }
    return event(EventType.BORN, cluster, customers, 1, message);
  }

  private SegmentEvent died(int segment) {
    PublishedSegment dead = published.get(segment);
    String message = text("\"%s\" is gone, with its %,d customers", dead.name(), dead.customers());
    Optional<Integer> destination =
        clusters()
            .boxed()
            .max(
                Comparator.comparing((Integer cluster) -> shared.of(cluster, segment))
                    .thenComparing(names::get));
    if (shared.ofSegment(segment) > 0) {
      message +=
          text(
              ": of the %,d whom the last model puts there, %,d are in \"%s\"",
              shared.ofSegment(segment),
              shared.of(destination.orElseThrow(), segment),
              names.get(destination.orElseThrow()));
    }
    return new SegmentEvent(
        EventType.DIED, dead.id(), dead.name(), null, null, dead.customers(), 1, message);
  }

  /** The newborn clusters that a segment was split into, besides the one it goes on as. */
  private List<Integer> splits(int segment) {
    List<Integer> parts =
        clusters()
            .filter(this::isNewborn)
            .filter(cluster -> shared.isMostlyFrom(cluster, segment))
            .boxed()
            .toList();
    return isDead(segment) && parts.size() < 2 ? List.of() : parts;
  }

  private SegmentEvent split(int cluster, int segment) {
    return between(
        EventType.SPLIT,
        cluster,
        segment,
        text(
            "\"%s\" split: %,d of the %,d customers whom the last model puts there are now \"%s\"",
            published.get(segment).name(),
            shared.of(cluster, segment),
            shared.ofSegment(segment),
            names.get(cluster)));
  }

  /** The cluster that took a dead segment in. */
  private Optional<Integer> heir(int segment) {
    return clusters()
        .boxed()
        .filter(cluster -> shared.wentMostlyTo(cluster, segment))
        .filter(cluster -> !isNewborn(cluster) || takenIn(cluster) > 1)
        .findFirst();
  }

  private long takenIn(int cluster) {
    return segments()
        .filter(this::isDead)
        .filter(segment -> shared.wentMostlyTo(cluster, segment))
        .count();
  }

  private SegmentEvent merged(int cluster, int segment) {
    return between(
        EventType.MERGED,
        cluster,
        segment,
        text(
            "\"%s\" merged into \"%s\": %,d of the %,d customers whom the last model puts there",
            published.get(segment).name(),
            names.get(cluster),
            shared.of(cluster, segment),
            shared.ofSegment(segment)));
  }

  private SegmentEvent event(
      EventType type, int cluster, long customers, double share, String message) {
    return new SegmentEvent(
        type, ids.get(cluster), names.get(cluster), null, null, customers, share, message);
  }

  private SegmentEvent between(EventType type, int cluster, int segment, String message) {
    return new SegmentEvent(
        type,
        published.get(segment).id(),
        published.get(segment).name(),
        ids.get(cluster),
        names.get(cluster),
        shared.of(cluster, segment),
        shared.shareOfSegment(cluster, segment),
        message);
  }

  private boolean isNewborn(int cluster) {
    return ancestors[cluster] == NONE;
  }

  private boolean isDead(int segment) {
    return IntStream.of(ancestors).noneMatch(ancestor -> ancestor == segment);
  }

  private IntStream clusters() {
    return IntStream.range(0, clusters.size());
  }

  private IntStream segments() {
    return IntStream.range(0, published.size());
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
