package tributary.segment;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.ml.clustering.kmeans.KMeans;
import org.apache.flink.ml.clustering.kmeans.KMeansModelData;
import org.apache.flink.ml.feature.standardscaler.StandardScaler;
import org.apache.flink.ml.feature.standardscaler.StandardScalerModel;
import org.apache.flink.ml.feature.standardscaler.StandardScalerModelData;
import org.apache.flink.ml.feature.vectorassembler.VectorAssembler;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.Table;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * Fits Flink ML's VectorAssembler, StandardScaler and KMeans to samples: per sample one scaler and
 * any number of KMeans candidates, all in one job.
 */
final class KMeansTrainer {
  /** Rounds of each fit; on real customers the centroids rest after 20 to 60. */
  static final int ITERATIONS = 100;

  private static final String ASSEMBLED = "assembled";
  private static final String SCALED = "scaled";
  private static final String JOINED = "joined";
  private static final String FEATURES = "features";

  private final SqlSession streaming;
  private final SqlLibrary library;
  private final WorkFiles files;
  private int jobs;

  KMeansTrainer(SqlSession streaming, SqlLibrary library, WorkFiles files) {
    this.streaming = streaming;
    this.library = library;
    this.files = files;
  }

  /** Runs one job that fits all candidates of all trainings; their results, by training. */
  Map<String, FittingLog> train(List<Training> trainings) {
    String results = files.resultsPath("kmeans_" + jobs++);
    List<DataStream<String>> streams = new ArrayList<>();
    trainings.stream()
        .filter(training -> !training.candidates().isEmpty())
        .forEach(training -> streams.addAll(fits(training)));
    if (streams.isEmpty()) {
      return results(trainings, List.of());
    }
    DataStream<String> lines = streams.get(0);
    for (DataStream<String> more : streams.subList(1, streams.size())) {
      lines = lines.union(more);
    }
    streaming.define("fitting_log", streaming.tables().fromDataStream(lines).as("line"));
    streaming.run(
        "Fit segments",
        library.bind(Map.of("results_path", results)).script("segments/training_results"));
    return results(trainings, WorkFiles.lines(results));
  }

  private static Map<String, FittingLog> results(List<Training> trainings, List<String> lines) {
    Map<String, FittingLog> logs = new HashMap<>();
    trainings.forEach(each -> logs.put(each.name(), FittingLog.read(each.name(), lines)));
    return logs;
  }

  private List<DataStream<String>> fits(Training training) {
    List<DataStream<String>> lines = new ArrayList<>();
    Table points = read(training);
    int numbers = training.space().numbers();
    if (numbers > 0) {
      Table assembled = assembler(columns(0, numbers), ASSEMBLED).transform(points)[0];
      StandardScalerModel scaler = scaler().fit(assembled);
      points = scaler.transform(assembled)[0];
      String name = training.name();
      lines.add(
          StandardScalerModelData.getModelDataStream(scaler.getModelData()[0])
              .map(data -> FittingLog.line(name, data.mean.values, data.std.values))
              .returns(Types.STRING));
    }
    Table vectors = withCategories(points, numbers, training.space().size());
    training.candidates().forEach(each -> lines.add(fit(vectors, training.name(), each)));
    return lines;
  }

  private Table read(Training training) {
    String path = files.pointsPath(training.name());
    WorkFiles.writePoints(path, training.shifted());
    List<ApiExpression> coordinates = new ArrayList<>();
    for (int i = 0; i < training.space().size(); i++) {
      coordinates.add(call(new PointCoordinate(i), $("line")).as(column(i)));
    }
    return streaming.from(
        library.bind(Map.of("points_path", path)).script("segments/training_points"),
        lines -> lines.select(coordinates.toArray(ApiExpression[]::new)));
  }

  /**
   * The scaled numbers, which are one vector, together with the categories as they are; in a
   * projection of their own, for KMeans finds no names in the rows of an assembler.
   */
  private static Table withCategories(Table points, int numbers, int size) {
    if (numbers == size) {
      return points.select($(SCALED).as(FEATURES));
    }
    List<String> columns = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    if (numbers > 0) {
      columns.add(SCALED);
      sizes.add(numbers);
    }
    for (String category : columns(numbers, size)) {
      columns.add(category);
      sizes.add(1);
    }
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setInputSizes(sizes.toArray(Integer[]::new))
        .setOutputCol(JOINED)
        .transform(points)[0]
        .select($(JOINED).as(FEATURES));
  }

  private static VectorAssembler assembler(List<String> columns, String output) {
    Integer[] sizes = new Integer[columns.size()];
    Arrays.fill(sizes, 1);
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setInputSizes(sizes)
        .setOutputCol(output);
  }

  private static List<String> columns(int from, int to) {
    return IntStream.range(from, to).mapToObj(KMeansTrainer::column).toList();
  }

  private static String column(int index) {
    return "x" + index;
  }

  private static StandardScaler scaler() {
    return new StandardScaler()
        .setInputCol(ASSEMBLED)
        .setOutputCol(SCALED)
        .setWithMean(true)
        .setWithStd(true);
  }

  private static DataStream<String> fit(Table vectors, String training, Candidate candidate) {
    Table data =
        new KMeans()
            .setFeaturesCol(FEATURES)
            .setK(candidate.k())
            .setSeed(candidate.seed())
            .setMaxIter(ITERATIONS)
            .fit(vectors)
            .getModelData()[0];
    return KMeansModelData.getModelDataStream(data)
        .flatMap(new CandidateLines(training, candidate))
        .returns(Types.STRING);
  }
}
