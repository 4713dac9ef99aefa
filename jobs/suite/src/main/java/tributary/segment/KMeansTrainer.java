package tributary.segment;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/**
 * Fits Flink ML's VectorAssembler, StandardScaler and KMeans to the sample: one scaler and any
 * number of KMeans candidates in one job.
 */
final class KMeansTrainer {
  /** Rounds of each fit; on real customers the centroids rest after 20 to 60. */
  static final int ITERATIONS = 100;

  private static final String ASSEMBLED = "assembled";
  private static final String SCALED = "scaled";

  private final SqlSession streaming;
  private final SqlLibrary library;
  private final WorkFiles files;
  private final FeatureSpace space;
  private int attempts;

  KMeansTrainer(SqlSession streaming, SqlLibrary library, WorkFiles files, FeatureSpace space) {
    this.streaming = streaming;
    this.library = library;
    this.files = files;
    this.space = space;
  }

  /**
   * Runs one job that fits all candidates.
   *
   * @param origin a point that is subtracted from all others before they are scaled
   */
  FittingLog train(List<Candidate> candidates, double[] origin) {
    String results = files.candidatesPath(attempts++);
    streaming.define(
        library
            .script("segments/training_files.sql")
            .bind(Map.of("sample_path", files.samplePath(), "candidates_path", results)));
    StreamTableEnvironment tables = streaming.tables();
    Table assembled = assemble(tables, origin);
    StandardScalerModel scaler = scaler().fit(assembled);
    Table scaled = scaler.transform(assembled)[0];
    DataStream<String> lines =
        StandardScalerModelData.getModelDataStream(scaler.getModelData()[0])
            .map(data -> FittingLog.line(data.mean.values, data.std.values))
            .returns(Types.STRING);
    for (Candidate candidate : candidates) {
      lines = lines.union(fit(scaled, candidate));
    }
    StreamStatementSet inserts = tables.createStatementSet();
    inserts.addInsert("fitted_candidates", tables.fromDataStream(lines).as("line"));
    streaming.execute("Fit segments", inserts);
    return FittingLog.read(WorkFiles.lines(results)).shifted(origin);
  }

  private Table assemble(StreamTableEnvironment tables, double[] origin) {
    List<ApiExpression> columns = new ArrayList<>();
    for (int i = 0; i < space.size(); i++) {
      columns.add(
          call(new SampleFeature(space, i, origin[i]), $("line")).as(space.features().get(i)));
    }
    Table sample = tables.from("training_sample").select(columns.toArray(ApiExpression[]::new));
    return assembler(space).transform(sample)[0];
  }

  private static VectorAssembler assembler(FeatureSpace space) {
    Integer[] sizes = new Integer[space.size()];
    Arrays.fill(sizes, 1);
    return new VectorAssembler()
        .setInputCols(space.features().toArray(String[]::new))
        .setInputSizes(sizes)
        .setOutputCol(ASSEMBLED);
  }

  private static StandardScaler scaler() {
    return new StandardScaler()
        .setInputCol(ASSEMBLED)
        .setOutputCol(SCALED)
        .setWithMean(true)
        .setWithStd(true);
  }

  private static DataStream<String> fit(Table scaled, Candidate candidate) {
    Table data =
        new KMeans()
            .setFeaturesCol(SCALED)
            .setK(candidate.k())
            .setSeed(candidate.seed())
            .setMaxIter(ITERATIONS)
            .fit(scaled)
            .getModelData()[0];
    return KMeansModelData.getModelDataStream(data)
        .flatMap(new CandidateLines(candidate))
        .returns(Types.STRING);
  }
}
