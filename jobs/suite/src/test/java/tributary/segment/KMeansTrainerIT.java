package tributary.segment;

import static org.apache.flink.table.api.Expressions.$;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.ml.clustering.kmeans.KMeansModel;
import org.apache.flink.ml.clustering.kmeans.KMeansModelData;
import org.apache.flink.ml.feature.vectorassembler.VectorAssembler;
import org.apache.flink.ml.linalg.DenseVector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.Features;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

class KMeansTrainerIT {
  private static final FeatureSpace SPACE =
      new FeatureSpace(
          List.of(
              PreparedFeature.number("gross_spend", FeatureTransform.ASINH),
              PreparedFeature.number("shopping_days", FeatureTransform.NONE),
              PreparedFeature.number("spend_per_item", FeatureTransform.NONE)));

  @TempDir Path directory;
  private final Engine engine = Engine.local(2);

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void standsStillWhereLloydsAlgorithmDoes() {
    Sample sample = sample(scattered(300, 3));
    Learnt log = train("one", sample, Candidate.of(4, 42, 3));

    Scaling expected = sample.scaling(SPACE);
    assertThat(log.scaling().means()).containsExactly(expected.means(), within(1e-9));
    assertThat(log.scaling().deviations()).containsExactly(expected.deviations(), within(1e-9));
    assertThat(log.candidates()).hasSize(3);
    for (Clusters clusters : log.candidates().values()) {
      List<double[]> means = meansOfMembers(clusters, sample, log.scaling());
      for (int i = 0; i < clusters.size(); i++) {
        assertThat(clusters.centroids().get(i)).containsExactly(means.get(i), within(1e-9));
      }
    }
  }

  @Test
  void learnsTheSameFromTheSameSeed() {
    Sample sample = sample(scattered(200, 5));
    Learnt first = train("one", sample, Candidate.of(3, 7, 2));
    Learnt second = train("two", sample, Candidate.of(3, 7, 2));

    assertThat(first.candidates()).usingRecursiveComparison().isEqualTo(second.candidates());
  }

  @Test
  void scalesAFeatureThatIsTheSameForEverybodyToZero() {
    List<double[]> customers = scattered(100, 9);
    customers.forEach(customer -> customer[2] = 0.1);
    Sample sample = sample(customers);
    Learnt log = train("one", sample, Candidate.of(2, 1, 2));

    assertThat(log.scaling().means()[2]).isEqualTo(0.1);
    assertThat(log.scaling().deviations()[2]).isZero();
    assertThat(log.candidates().values())
        .allSatisfy(
            clusters ->
                assertThat(clusters.centroids()).allSatisfy(each -> assertThat(each[2]).isZero()));
  }

  @Test
  void fitsSeveralSamplesInOneJobAsItFitsEachByItself() {
    Sample one = sample(scattered(120, 1));
    Sample other = sample(scattered(150, 2));
    List<Candidate> candidates = Candidate.of(3, 7, 2);
    Training first = new Training("one", SPACE, one, candidates);
    Training second = new Training("other", SPACE, other, candidates);
    Map<String, FittingLog> logs = trainer("both").train(List.of(first, second));

    assertThat(logs.get("one").candidates())
        .usingRecursiveComparison()
        .isEqualTo(train("one", one, candidates).candidates());
    assertThat(logs.get("other").candidates())
        .usingRecursiveComparison()
        .isEqualTo(train("other", other, candidates).candidates());
  }

  @Test
  void centresCategoriesAndDoesNotScaleThem() {
    FeatureSpace space =
        new FeatureSpace(
            List.of(
                PreparedFeature.number("gross_spend", FeatureTransform.NONE),
                PreparedFeature.category("gender", "female")));
    double[][] points = {{10, 1}, {12, 1}, {14, 0}, {16, 0}, {18, 0}};
    Sample sample = new Sample(List.of("a", "b", "c", "d", "e"), points);
    Training training = new Training("mixed", space, sample, Candidate.of(2, 3, 1));
    FittingLog log = trainer("mixed").train(List.of(training)).get("mixed");

    assertThat(log.scaling(training.origin()).means())
        .containsExactly(new double[] {14, 0.4}, within(1e-12));
    assertThat(log.scaling(training.origin()).deviations())
        .containsExactly(new double[] {Math.sqrt(10), 1}, within(1e-9));
    assertThat(log.candidates().values())
        .allSatisfy(
            clusters ->
                assertThat(clusters.centroids())
                    .allSatisfy(each -> assertThat(each[1]).isBetween(-0.4, 0.6)));
  }

  @Test
  void assignsCustomersAsKMeansModelDoes() {
    Sample sample = sample(scattered(300, 11));
    Learnt log = train("one", sample, Candidate.of(4, 42, 1));
    Clusters clusters = log.candidates().values().iterator().next();

    List<Integer> expected = new ArrayList<>();
    List<Row> scaled = new ArrayList<>();
    for (double[] point : sample.points()) {
      double[] each = log.scaling().scale(point);
      expected.add(clusters.nearest(each).cluster());
      scaled.add(Row.of(scaled.size(), each[0], each[1], each[2]));
    }
    assertThat(transformed(clusters, scaled)).isEqualTo(expected);
    assertThat(expected).contains(0, 1, 2, 3);
  }

  private List<Integer> transformed(Clusters clusters, List<Row> scaled) {
    SqlSession session = session();
    StreamTableEnvironment tables = session.tables();
    Table points =
        tables
            .fromValues(
                DataTypes.ROW(
                    DataTypes.INT(), DataTypes.DOUBLE(), DataTypes.DOUBLE(), DataTypes.DOUBLE()),
                scaled)
            .as("id", "x", "y", "z");
    Table vectors =
        new VectorAssembler()
            .setInputCols("x", "y", "z")
            .setInputSizes(1, 1, 1)
            .setOutputCol("features")
            .transform(points)[0];
    StreamExecutionEnvironment environment = tables.toDataStream(points).getExecutionEnvironment();
    KMeansModelData data =
        new KMeansModelData(
            clusters.centroids().stream().map(DenseVector::new).toArray(DenseVector[]::new),
            new DenseVector(clusters.size()));
    Table predicted =
        new KMeansModel()
            .setK(clusters.size())
            .setModelData(tables.fromDataStream(environment.fromData(data)))
            .transform(vectors)[0];
    tables.createTemporaryView("predicted", predicted.select($("id"), $("prediction")));
    Integer[] clusterById = new Integer[scaled.size()];
    session
        .query("predict", Script.parse("predict", "SELECT id, prediction FROM predicted"))
        .forEach(row -> clusterById[row.<Integer>getFieldAs(0)] = row.getFieldAs(1));
    return List.of(clusterById);
  }

  private static List<double[]> meansOfMembers(Clusters clusters, Sample sample, Scaling scaling) {
    double[][] totals = new double[clusters.size()][3];
    int[] sizes = new int[clusters.size()];
    for (double[] point : sample.points()) {
      double[] scaled = scaling.scale(point);
      int cluster = clusters.nearest(scaled).cluster();
      sizes[cluster]++;
      for (int j = 0; j < 3; j++) {
        totals[cluster][j] += scaled[j];
      }
    }
    List<double[]> means = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      means.add(
          new double[] {totals[i][0] / sizes[i], totals[i][1] / sizes[i], totals[i][2] / sizes[i]});
    }
    return means;
  }

  private static List<double[]> scattered(int customers, long seed) {
    Random random = new Random(seed);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      points.add(
          new double[] {
            Math.exp(5 + random.nextGaussian()), 1 + random.nextInt(30), 1 + 9 * random.nextDouble()
          });
    }
    return points;
  }

  /** Customers of gross spend, shopping days and spend per item. */
  private static Sample sample(List<double[]> customers) {
    List<SampledCustomer> sampled = new ArrayList<>();
    for (double[] each : customers) {
      double[] numbers = new double[Features.BEHAVIOUR.size()];
      numbers[Features.BEHAVIOUR.indexOf("gross_spend")] = each[0];
      numbers[Features.BEHAVIOUR.indexOf("shopping_days")] = each[1];
      numbers[Features.BEHAVIOUR.indexOf("spend_per_item")] = each[2];
      sampled.add(
          new SampledCustomer(
              LocalDate.of(2024, 1, 1), "c" + sampled.size(), RawFeatures.of(numbers)));
    }
    return Sample.of(sampled, SPACE);
  }

  private Learnt train(String name, Sample sample, List<Candidate> candidates) {
    Training training = new Training(name, SPACE, sample, candidates);
    FittingLog log = trainer(name).train(List.of(training)).get(name);
    return new Learnt(log.scaling(training.origin()), log.candidates());
  }

  private KMeansTrainer trainer(String name) {
    WorkFiles files = WorkFiles.create(directory.toUri().toString(), name);
    return new KMeansTrainer(session(), SqlLibrary.bundled(), files);
  }

  private record Learnt(Scaling scaling, Map<Candidate, Clusters> candidates) {}

  private SqlSession session() {
    return engine.streaming(Map.of(Engine.CURRENT_CATALOG, new GenericInMemoryCatalog("lake")));
  }
}
