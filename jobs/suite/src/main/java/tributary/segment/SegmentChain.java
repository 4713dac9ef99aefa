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
import tributary.config.ClusterSettings;
import tributary.segment.KnownSegments.Origin;
import tributary.segment.identity.FoundCluster;
import tributary.segment.identity.Lineage;
import tributary.segment.rules.LabelledCustomer;
import tributary.segment.rules.RuleSet;
import tributary.segment.rules.SegmentRules;

/**
 * Links each window with the one before. Its model goes on while it is nearly as good as a new fit;
 * a new model's clusters get the ids and names of the segments that they go on from. A window that
 * is computed again goes on from itself, as it was published.
 */
final class SegmentChain {
  private static final KnownSegments NOBODY =
      new KnownSegments(
          new SegmentModel(
              new FeatureSpace(List.of()),
              new Scaling(new double[0], new double[0]),
              new Clusters(List.of())),
          List.of(),
          List.of(),
          new long[0],
          new Origin("", new Candidate(Candidate.KMEANS, 0, 0), List.of(), ""));

  private final NavigableMap<LocalDate, KnownSegments> published;
  private final NavigableMap<LocalDate, KnownSegments> known;
  private final ClusterSettings settings;
  private final String fitHash;

  /**
   * @param published the segments of all published windows, by the windows' ends
   * @param fitHash names the settings of which models can take each other's place
   */
  SegmentChain(Map<LocalDate, KnownSegments> published, ClusterSettings settings, String fitHash) {
    this.settings = settings;
    this.fitHash = fitHash;
    this.published = new TreeMap<>(published);
    this.known = new TreeMap<>(published);
  }

  /**
   * The segments of a window, which later ones then go on from.
   *
   * @param fit what a new fit gives
   */
  Segments add(WindowSample sample, Fit fit) {
    LocalDate end = sample.window().end();
    KnownSegments before = entry(known.lowerEntry(end)).orElse(NOBODY);
    Optional<KnownSegments> own = Optional.ofNullable(published.get(end));
    Optional<Kept> kept = Kept.of(own.orElse(before), sample, fit, settings.keepWithin(), fitHash);
    WindowSample seen = kept.map(Kept::sample).orElse(sample);
    Fit taken = kept.map(Kept::fit).orElse(fit);
    Segments segments = identify(seen, taken, before, own);
    known.put(
        end,
        segments.known(
            new Origin(
                taken.modelId(),
                taken.chosen().map(FittedCandidate::candidate).orElse(NOBODY.origin().candidate()),
                seen.steps(),
                fitHash)));
    return segments;
  }

  private Segments identify(
      WindowSample sample, Fit fit, KnownSegments before, Optional<KnownSegments> own) {
    SegmentModel model = fit.model();
    Lineage lineage = lineage(sample, fit, before);
    Map<Integer, String> names = new TreeMap<>(lineage.inheritedNames());
    Set<String> used = idsBefore(sample.window().end());
    List<String> fresh = new ArrayList<>(SegmentIds.fresh(sample.window(), model, used));
    own.ifPresent(each -> keepOwn(lineage, lineage(sample, fit, each), fresh, names));
    List<String> ids = lineage.ids(fresh);
    List<String> allNames = SegmentNames.of(model.space().names(), model.clusters(), names);
    return new Segments(
        sample, fit, ids, allNames, lineage.events(ids, allNames), rules(sample, fit));
  }

  private static Optional<KnownSegments> entry(Map.Entry<LocalDate, KnownSegments> entry) {
    return Optional.ofNullable(entry).map(Map.Entry::getValue);
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

  private static Lineage lineage(WindowSample sample, Fit fit, KnownSegments other) {
    SegmentModel model = fit.model();
    long[] sizes = fit.sizes();
    List<FoundCluster> clusters = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      clusters.add(new FoundCluster(sizes[i], model.clusters().centroids().get(i)));
    }
    long[][] shared = other.shared(sizes.length, fit.labels(), sample.features());
    return Lineage.of(clusters, other.seenBy(model), shared);
  }

  private static RuleSet rules(WindowSample sample, Fit fit) {
    List<PreparedFeature> space = fit.model().space().features();
    int[] labels = fit.labels();
    List<LabelledCustomer> customers = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      RawFeatures raw = sample.features().get(i);
      double[] filled = space.stream().mapToDouble(each -> each.filled(raw)).toArray();
      customers.add(new LabelledCustomer(sample.sample().customers().get(i), filled, labels[i]));
    }
    return SegmentRules.of(fit.model().space().names(), customers);
  }

  private Set<String> idsBefore(LocalDate end) {
    Set<String> ids = new HashSet<>();
    known.headMap(end).values().forEach(segments -> ids.addAll(segments.ids()));
    return ids;
  }
}
