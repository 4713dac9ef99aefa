package tributary.bridge;

import static org.apache.flink.table.api.Expressions.$;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.ml.clustering.kmeans.KMeans;
import org.apache.flink.ml.clustering.kmeans.KMeansModel;
import org.apache.flink.ml.clustering.kmeans.KMeansModelData;
import org.apache.flink.ml.feature.standardscaler.StandardScaler;
import org.apache.flink.ml.feature.standardscaler.StandardScalerModel;
import org.apache.flink.ml.feature.standardscaler.StandardScalerModelData;
import org.apache.flink.ml.feature.vectorassembler.VectorAssembler;
import org.apache.flink.ml.linalg.Vector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Table;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KMeansIT {
  private static final TypeInformation<Row> CUSTOMERS =
      Types.ROW_NAMED(
          new String[] {"id", "spend", "days", "price"},
          Types.LONG,
          Types.DOUBLE,
          Types.DOUBLE,
          Types.DOUBLE);

  /** How often a job has come to its failing record, by its directory. */
  private static final Map<String, AtomicInteger> ATTEMPTS = new ConcurrentHashMap<>();

  @TempDir Path directory;

  @Test
  void fitsEveryCandidateInOneJobAndEndsWhereLloydsAlgorithmStandsStill() throws Exception {
    List<double[]> points = scattered(600, 11);
    BoundedJob job = new BoundedJob(directory, 1);
    Table features = features(job, points);
    List<DataStream<String>> models = new ArrayList<>();
    for (int k = 2; k <= 4; k++) {
      for (long seed = 1; seed <= 3; seed++) {
        models.add(modelLines(fit(features, k, seed, 100), k, seed));
      }
    }
    job.write("models", union(models));
    job.run();

    assertThat(fitted(job))
        .hasSize(9)
        .allSatisfy(model -> assertThatLloydsAlgorithmStandsStill(model, points));
  }

  @Test
  void fitsInParallelToo() throws Exception {
    List<double[]> points = scattered(600, 12);
    BoundedJob job = new BoundedJob(directory, 2);
    job.write("models", modelLines(fit(features(job, points), 3, 1, 100), 3, 1));
    job.run();

    assertThatLloydsAlgorithmStandsStill(fitted(job).get(0), points);
  }

  @Test
  void findsTheCentresOfBlobsWithTheBestOfSeveralSeeds() throws Exception {
    double[][] centres = {{0, 0, 0}, {100, 0, 0}, {0, 100, 0}};
    List<double[]> points = blobs(centres, 50, 5);
    BoundedJob job = new BoundedJob(directory, 1);
    Table features = features(job, points);
    job.write(
        "models",
        union(
            IntStream.rangeClosed(1, 6)
                .mapToObj(seed -> modelLines(fit(features, 3, seed, 50), 3, seed))
                .toList()));
    job.run();

    FittedModel best =
        Collections.min(
            fitted(job),
            (one, other) -> Double.compare(one.sumOfSquares(points), other.sumOfSquares(points)));
    assertThat(best.weights()).containsExactly(50, 50, 50);
    for (double[] centre : centres) {
      double[] found = best.centroids().get(best.closest(centre));
      assertThat(found).containsExactly(centre, within(1.0));
    }
  }

  @Test
  void givesTheSameModelForTheSameSeedAtParallelismOne() throws Exception {
    List<double[]> points = scattered(500, 3);
    List<String> first = modelsOf(points, directory.resolve("first"));
    List<String> second = modelsOf(points, directory.resolve("second"));
    assertThat(first).isEqualTo(second).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void startsAnewAfterAFailedAttempt() throws Exception {
    List<double[]> points = scattered(500, 6);
    String key = directory.toString();
    ATTEMPTS.put(key, new AtomicInteger());
    BoundedJob job = new BoundedJob(directory, 2);
    Table features = features(job, points);
    DataStream<Row> failing =
        job.tables()
            .toDataStream(features)
            .map(
                row -> {
                  if (row.<Long>getFieldAs("id") == 400
                      && ATTEMPTS.get(key).getAndIncrement() == 0) {
                    throw new IllegalStateException("the first attempt fails");
                  }
                  return Row.ofKind(row.getKind(), row.<Vector>getFieldAs("features"));
                })
            .returns(Types.ROW_NAMED(new String[] {"features"}, TypeInformation.of(Vector.class)));
    job.write("models", modelLines(fit(job.tables().fromDataStream(failing), 3, 1, 100), 3, 1));
    job.run();

    assertThat(ATTEMPTS.get(key)).hasValue(2);
    assertThatLloydsAlgorithmStandsStill(fitted(job).get(0), points);
  }

  @Test
  void assemblesScalesFitsAndPredictsInParallel() throws Exception {
    List<double[]> points = blobs(new double[][] {{10, 1, 5}, {1000, 1, 5}, {10, 300, 5}}, 200, 8);
    BoundedJob job = new BoundedJob(directory, 1);
    Table assembled = features(job, points);
    StandardScalerModel scaler =
        new StandardScaler()
            .setInputCol("features")
            .setOutputCol("scaled")
            .setWithMean(true)
            .fit(assembled);
    Table scaled = scaler.transform(assembled)[0];
    KMeansModel model =
        new KMeans()
            .setFeaturesCol("scaled")
            .setPredictionCol("cluster")
            .setK(3)
            .setSeed(1L)
            .fit(scaled);
    job.environment().setParallelism(2);
    Table predicted = model.transform(scaled)[0];
    job.write("scaler", scalerLines(scaler));
    job.write("models", modelLines(model, 3, 1));
    job.write("predicted", predictionLines(job, predicted));
    job.run();

    double[] mean = mean(points);
    double[] deviation = deviation(points, mean);
    assertThat(numbers(job.lines("scaler").get(0))).containsExactly(mean, within(1e-9));
    assertThat(numbers(job.lines("scaler").get(1))).containsExactly(deviation, within(1e-9));
    FittedModel fitted = fitted(job).get(0);
    List<String> expected = new ArrayList<>();
    for (int id = 0; id < points.size(); id++) {
      double[] standardized = standardized(points.get(id), mean, deviation);
      expected.add(id + " " + fitted.closest(standardized));
    }
    Collections.sort(expected);
    assertThat(job.lines("predicted")).isEqualTo(expected);
    assertThat(job.cache()).isEmptyDirectory();
  }

  @Test
  void givesNotANumberForAClusterThatLosesAllItsPoints() throws Exception {
    List<double[]> same = Collections.nCopies(20, new double[] {1, 2, 3});
    BoundedJob job = new BoundedJob(directory, 1);
    job.write("models", modelLines(fit(features(job, same), 2, 1, 5), 2, 1));
    job.run();

    FittedModel model = fitted(job).get(0);
    assertThat(model.weights()).contains(0.0);
    assertThat(model.centroids())
        .anySatisfy(centroid -> assertThat(centroid).containsOnly(Double.NaN));
  }

  @Test
  void givesFewerCentroidsWhenPointsAreFewerThanK() throws Exception {
    BoundedJob job = new BoundedJob(directory, 1);
    Table features = features(job, scattered(2, 1));
    job.write("models", modelLines(fit(features, 4, 1, 5), 4, 1));
    job.run();

    assertThat(fitted(job).get(0).centroids()).hasSize(2);
  }

  @Test
  void readsMorePointsThanTheHeapIsAllowedToHold() throws Exception {
    List<double[]> points = scattered(1000, 4);
    BoundedJob job = new BoundedJob(directory, 1);
    Table many =
        job.tables()
            .fromDataStream(
                job.tables()
                    .toDataStream(features(job, points).select($("features")))
                    .flatMap(
                        (Row row, org.apache.flink.util.Collector<Row> out) -> {
                          for (int copy = 0; copy < 600; copy++) {
                            out.collect(row);
                          }
                        })
                    .returns(
                        Types.ROW_NAMED(
                            new String[] {"features"}, TypeInformation.of(Vector.class))));
    job.write("models", modelLines(fit(many, 3, 2, 3), 3, 2));
    job.run();

    assertThat(Arrays.stream(fitted(job).get(0).weights()).sum()).isEqualTo(600_000);
  }

  private static void assertThatLloydsAlgorithmStandsStill(
      FittedModel model, List<double[]> points) {
    FittedModel next = model.lloydStep(points);
    assertThat(model.weights()).containsExactly(next.weights());
    for (int cluster = 0; cluster < model.k(); cluster++) {
      assertThat(model.centroids().get(cluster))
          .containsExactly(next.centroids().get(cluster), within(1e-9));
    }
  }

  private static List<String> modelsOf(List<double[]> points, Path target) throws Exception {
    BoundedJob job = new BoundedJob(target, 1);
    Table features = features(job, points);
    job.write(
        "models",
        union(
            IntStream.rangeClosed(1, 3)
                .mapToObj(seed -> modelLines(fit(features, 4, seed, 20), 4, seed))
                .toList()));
    job.run();
    return job.lines("models");
  }

  private static Table features(BoundedJob job, List<double[]> points) {
    List<Row> rows = new ArrayList<>();
    for (double[] point : points) {
      rows.add(Row.of((long) rows.size(), point[0], point[1], point[2]));
    }
    return new VectorAssembler()
        .setInputCols("spend", "days", "price")
        .setInputSizes(1, 1, 1)
        .setOutputCol("features")
        .transform(job.table(CUSTOMERS, rows))[0];
  }

  private static KMeansModel fit(Table features, int k, long seed, int rounds) {
    return new KMeans().setK(k).setSeed(seed).setMaxIter(rounds).fit(features);
  }

  private static DataStream<String> modelLines(KMeansModel model, int k, long seed) {
    return KMeansModelData.getModelDataStream(model.getModelData()[0])
        .map(data -> FittedModel.line(k, seed, data))
        .returns(String.class);
  }

  private static DataStream<String> scalerLines(StandardScalerModel scaler) {
    return StandardScalerModelData.getModelDataStream(scaler.getModelData()[0])
        .map(data -> "mean " + data.mean + "\nstd " + data.std)
        .returns(String.class);
  }

  private static DataStream<String> predictionLines(BoundedJob job, Table predicted) {
    return job.tables()
        .toDataStream(predicted)
        .map(row -> row.getField("id") + " " + row.getField("cluster"))
        .returns(String.class);
  }

  @SuppressWarnings("unchecked")
  private static DataStream<String> union(List<DataStream<String>> streams) {
    DataStream<String>[] rest = streams.stream().skip(1).toArray(DataStream[]::new);
    return streams.get(0).union(rest);
  }

  private static List<FittedModel> fitted(BoundedJob job) throws Exception {
    return job.lines("models").stream().map(FittedModel::parse).toList();
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.replaceAll("[^-0-9.E,]", "").split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static List<double[]> scattered(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            id ->
                new double[] {random.nextDouble(), 3 * random.nextDouble(), random.nextGaussian()})
        .toList();
  }

  private static List<double[]> blobs(double[][] centres, int pointsEach, long seed) {
    Random random = new Random(seed);
    List<double[]> points = new ArrayList<>();
    for (int id = 0; id < centres.length * pointsEach; id++) {
      double[] centre = centres[id % centres.length];
      points.add(
          Arrays.stream(centre).map(coordinate -> coordinate + random.nextGaussian()).toArray());
    }
    return points;
  }

  private static double[] mean(List<double[]> points) {
    double[] mean = new double[3];
    points.forEach(
        point -> Arrays.setAll(mean, index -> mean[index] + point[index] / points.size()));
    return mean;
  }

  private static double[] deviation(List<double[]> points, double[] mean) {
    double[] squares = new double[3];
    points.forEach(
        point ->
            Arrays.setAll(
                squares, index -> squares[index] + Math.pow(point[index] - mean[index], 2)));
    return Arrays.stream(squares).map(sum -> Math.sqrt(sum / (points.size() - 1))).toArray();
  }

  private static double[] standardized(double[] point, double[] mean, double[] deviation) {
    double[] standardized = new double[3];
    Arrays.setAll(standardized, index -> (point[index] - mean[index]) / deviation[index]);
    return standardized;
  }
}
