package tributary.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tributary.segment.identity.FoundCluster;
import tributary.segment.identity.Lineage;
import tributary.segment.rules.LabelledCustomer;
import tributary.segment.rules.RuleSet;
import tributary.segment.rules.SegmentRules;

/**
 * Gives each window's clusters the ids and names of the segments that they go on from: those of the
 * window before. A window that is computed again keeps the ids that it had published.
 */
final class SegmentIdentity {
  private static final KnownSegments NOBODY =
      new KnownSegments(
          new SegmentModel(
              new FeatureSpace(List.of()),
              new Scaling(new double[0], new double[0]),
              new Clusters(List.of())),
          List.of(),
          List.of(),
          new long[0]);

  private final NavigableMap<LocalDate, KnownSegments> published;
  private final NavigableMap<LocalDate, KnownSegments> known;

  /**
   * @param published the segments of all published windows, by the windows' ends
   */
  SegmentIdentity(Map<LocalDate, KnownSegments> published) {
    this.published = new TreeMap<>(published);
    this.known = new TreeMap<>(published);
  }

  /** The identities of a window, which later ones then go on from. */
  Segments identify(WindowSample sample, Fit fit) {
    LocalDate end = sample.window().end();
    SegmentModel model = fit.model();
    KnownSegments before =
        Optional.ofNullable(known.lowerEntry(end)).map(Map.Entry::getValue).orElse(NOBODY);
    Lineage lineage = lineage(sample, model, before);
    Map<Integer, String> names = new TreeMap<>(lineage.inheritedNames());
    List<String> fresh = new ArrayList<>(SegmentIds.fresh(sample.window(), model, idsBefore(end)));
    Optional.ofNullable(published.get(end))
        .ifPresent(own -> keepOwn(lineage, lineage(sample, model, own), fresh, names));
    List<String> ids = lineage.ids(fresh);
    List<String> allNames = SegmentNames.of(model.space().names(), model.clusters(), names);
    Segments segments =
        new Segments(
            sample, fit, ids, allNames, lineage.events(ids, allNames), rules(sample, model));
    known.put(end, segments.known());
    return segments;
  }

  /** Newborn clusters that are the window's own, as it was published, keep its ids and names. */
  private static void keepOwn(
      Lineage lineage, Lineage own, List<String> fresh, Map<Integer, String> names) {
    Set<String> inherited = new HashSet<>();
    IntStream.range(0, fresh.size())
        .forEach(i -> lineage.ancestor(i).ifPresent(segment -> inherited.add(segment.id())));
    for (int i = 0; i < fresh.size(); i++) {
      int cluster = i;
      if (lineage.ancestor(cluster).isEmpty()) {
        own.ancestor(cluster)
            .filter(segment -> !inherited.contains(segment.id()))
            .ifPresent(
                segment -> {
                  fresh.set(cluster, segment.id());
                  names.put(cluster, segment.name());
                });
      }
    }
  }

  private static Lineage lineage(WindowSample sample, SegmentModel model, KnownSegments other) {
    long[] sizes = new long[model.size()];
    if (model.size() > 0) {
      sample.features().forEach(each -> sizes[model.nearest(each).cluster()]++);
    }
    List<FoundCluster> clusters = new ArrayList<>();
    for (int i = 0; i < model.size(); i++) {
      clusters.add(new FoundCluster(sizes[i], model.clusters().centroids().get(i)));
    }
    return Lineage.of(clusters, other.seenBy(model), other.shared(model, sample.features()));
  }

  private static RuleSet rules(WindowSample sample, SegmentModel model) {
    List<LabelledCustomer> customers = new ArrayList<>();
    for (int i = 0; i < sample.features().size() && model.size() > 0; i++) {
      RawFeatures raw = sample.features().get(i);
      double[] filled =
          model.space().features().stream().mapToDouble(each -> each.filled(raw)).toArray();
      customers.add(
          new LabelledCustomer(
              sample.sample().customers().get(i), filled, model.nearest(raw).cluster()));
    }
    return SegmentRules.of(model.space().names(), customers);
  }

  private Set<String> idsBefore(LocalDate end) {
    Set<String> ids = new HashSet<>();
    known.headMap(end).values().forEach(segments -> ids.addAll(segments.ids()));
    return ids;
  }
}
