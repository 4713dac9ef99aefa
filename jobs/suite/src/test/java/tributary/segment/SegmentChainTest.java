package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tributary.config.ClusterSettings;
import tributary.config.Features;
import tributary.segment.identity.EventType;

class SegmentChainTest {
  private static final FeatureSpace SPACE =
      new FeatureSpace(
          List.of(
              PreparedFeature.number("gross_spend", FeatureTransform.NONE),
              PreparedFeature.number("shopping_days", FeatureTransform.NONE)));
  private static final Scaling AS_IT_IS = new Scaling(new double[2], new double[] {1, 1});
  private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);

  @Test
  void letsAModelGoOnWhileANewFitIsHardlyBetter() {
    SegmentChain chain = chain(Map.of(), 0.1);
    WindowSample first = sample(JANUARY, 0);
    Segments january = chain.add(first, fit(first, "one", 0));
    WindowSample second = sample(JANUARY.plusMonths(1), 0.3);
    Segments february = chain.add(second, fit(second, "two", 0.3));

    assertThat(february.fit().modelId()).isEqualTo("one");
    assertThat(february.fit().choice()).startsWith("the model one goes on: its sum of squares is");
    assertThat(february.ids()).isEqualTo(january.ids());
    assertThat(february.names()).isEqualTo(january.names());
    assertThat(february.model()).isEqualTo(january.model());
    assertThat(february.events())
        .extracting(event -> event.type())
        .containsExactly(EventType.CONTINUED, EventType.CONTINUED);
  }

  @Test
  void takesANewFitThatIsMuchBetterAndKeepsItsSegmentsIds() {
    SegmentChain chain = chain(Map.of(), 0.1);
    WindowSample first = sample(JANUARY, 0);
    Segments january = chain.add(first, fit(first, "one", 0));
    WindowSample second = sample(JANUARY.plusMonths(1), 4);
    Segments february = chain.add(second, fit(second, "two", 4));

    assertThat(february.fit().modelId()).isEqualTo("two");
    assertThat(february.ids()).containsExactlyInAnyOrderElementsOf(january.ids());
  }

  @Test
  void takesEveryNewFitWhenThatIsAskedForOrTheSettingsDiffer() {
    WindowSample first = sample(JANUARY, 0);
    WindowSample second = sample(JANUARY.plusMonths(1), 0);
    SegmentChain strict = chain(Map.of(), 0);
    strict.add(first, fit(first, "one", 0));
    assertThat(strict.add(second, fit(second, "two", 0)).fit().modelId()).isEqualTo("two");

    KnownSegments other =
        chain(Map.of(), 0.1)
            .add(first, fit(first, "one", 0))
            .known(
                new KnownSegments.Origin(
                    "one", new Candidate("kmeans", 2, 1), List.of(), "other settings"));
    SegmentChain changed = chain(Map.of(JANUARY, other), 0.1);
    Segments segments = changed.add(second, fit(second, "two", 0));
    assertThat(segments.fit().modelId()).isEqualTo("two");
    assertThat(segments.ids()).containsExactlyInAnyOrderElementsOf(other.ids());
  }

  @Test
  void givesAWindowThatIsMadeAgainTheIdsThatItHad() {
    WindowSample first = sample(JANUARY, 0);
    Segments published = chain(Map.of(), 0).add(first, fit(first, "one", 0));
    KnownSegments known =
        published.known(
            new KnownSegments.Origin("one", new Candidate("kmeans", 2, 1), List.of(), "hash"));
    Segments again = chain(Map.of(JANUARY, known), 0).add(first, fit(first, "two", 0.5));
    assertThat(again.fit().modelId()).isEqualTo("two");
    assertThat(again.ids()).isEqualTo(published.ids());
    assertThat(again.names()).isEqualTo(published.names());
  }

  @Test
  void readsAModelBackAsItWasWritten() {
    WindowSample first = sample(JANUARY, 0);
    Segments segments = chain(Map.of(), 0).add(first, fit(first, "one", 0));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int cluster = 0; cluster < 2; cluster++) {
      for (int feature = 0; feature < 2; feature++) {
        Map<String, Object> row = new HashMap<>();
        row.put("model_id", "one");
        row.put("algorithm", "kmeans");
        row.put("k", 2);
        row.put("seed", 1L);
        row.put("fit_hash", "hash");
        row.put("cluster_number", cluster + 1);
        row.put("feature_number", feature + 1);
        row.put("feature", SPACE.names().get(feature));
        row.put("transformation", "none");
        row.put("scaler_mean", 0.0);
        row.put("scaler_deviation", 1.0);
        row.put("segment_id", segments.ids().get(cluster));
        row.put("segment_name", segments.names().get(cluster));
        row.put("centroid_scaled", segments.model().scaled(cluster, feature));
        rows.add(0, row);
      }
    }
    KnownSegments read = StoredModel.read(rows, List.of(), Map.of(segments.ids().get(0), 7L));
    assertThat(read.model().clusters().centroids())
        .containsExactlyElementsOf(segments.model().clusters().centroids());
    assertThat(read.model().space()).isEqualTo(SPACE);
    assertThat(read.ids()).isEqualTo(segments.ids());
    assertThat(read.customers()).containsExactly(7, 0);
    assertThat(read.origin().candidate()).isEqualTo(new Candidate("kmeans", 2, 1));
  }

  private static SegmentChain chain(Map<LocalDate, KnownSegments> published, double keepWithin) {
    ClusterSettings defaults = ClusterSettings.defaults();
    return new SegmentChain(
        published,
        new ClusterSettings(defaults.algorithm(), 2, 2, 1, 1, 1_000, List.of(), 1, keepWithin),
        "hash");
  }

  /** Two groups of fifty customers, moved along the first feature. */
  private static WindowSample sample(LocalDate end, double moved) {
    Random random = new Random(3);
    List<RawFeatures> features = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double[] numbers = new double[Features.BEHAVIOUR.size()];
      numbers[0] = (i < 50 ? 10 : 0) + moved + random.nextGaussian();
      numbers[Features.BEHAVIOUR.indexOf("shopping_days")] = random.nextGaussian();
      features.add(RawFeatures.of(numbers));
      ids.add("c%03d".formatted(i));
    }
    double[][] points = features.stream().map(SPACE::point).toArray(double[][]::new);
    return new WindowSample(
        new Window("default", Window.BEGINNING, end),
        features,
        SPACE,
        List.of(),
        new Sample(ids, points));
  }

  private static Fit fit(WindowSample sample, String modelId, double moved) {
    Clusters clusters =
        new Clusters(List.of(new double[] {10 + moved, 0}, new double[] {moved, 0}));
    FittedCandidate chosen =
        FittedCandidate.assign(
                new Candidate("kmeans", 2, 1), "all", clusters, sample.sample().points())
            .judged(sample.sample().points());
    SegmentModel model = new SegmentModel(SPACE, AS_IT_IS, clusters);
    return new Fit(modelId, model, Optional.of(chosen), List.of(chosen), "", List.of());
  }
}
