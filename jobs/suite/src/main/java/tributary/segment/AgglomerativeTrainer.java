package tributary.segment;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.ml.clustering.agglomerativeclustering.AgglomerativeClustering;
import org.apache.flink.ml.clustering.agglomerativeclustering.AgglomerativeClusteringParams;
import org.apache.flink.ml.linalg.DenseVector;
import org.apache.flink.ml.linalg.typeinfo.DenseVectorTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;
import tributary.segment.cluster.Partition;
import tributary.segment.cluster.SampleClustering;

/**
 * Flink ML's AgglomerativeClustering with Ward's linkage (Ward 1963): the two clusters are merged
 * that add least to the sum of squares, until k are left. Nothing is random.
 *
 * <p>Time and the task's memory grow with the square of the points: 2,000 took half a second above
 * the job itself, and 8,000 about 6 seconds.
 */
final class AgglomerativeTrainer implements SampleClustering {
  /** At most so many points. */
  static final int LIMIT = 2_000;

  private static final String INDEX = "point_index";
  private static final String POINT = "point";
  private static final String CLUSTER = "cluster";
  private static final String CLUSTERED = "clustered_points";
  private static final TypeInformation<Row> POINTS =
      Types.ROW_NAMED(new String[] {INDEX, POINT}, Types.INT, DenseVectorTypeInfo.INSTANCE);

  private final SqlSession streaming;
  private final SqlLibrary library;

  /**
   * Uses a session for its jobs.
   *
   * @param streaming in streaming mode and of parallelism 1
   */
  AgglomerativeTrainer(SqlSession streaming, SqlLibrary library) {
    this.streaming = requireNonNull(streaming, "streaming is null");
    this.library = requireNonNull(library, "library is null");
  }

  @Override
  public String name() {
    return "agglomerative clustering";
  }

  @Override
  public int limit() {
    return LIMIT;
  }

  /** As {@link SampleClustering}; the seed has no meaning. */
  @Override
  public Partition cluster(double[][] points, int k, long seed) {
    requireValid(points, k);
    int distinct = Sample.distinct(points, k);
    if (distinct < 2) {
      return Partition.of(new int[points.length], notes(distinct, k));
    }
    int[] labels = new int[points.length];
    StreamTableEnvironment tables = streaming.tables();
    streaming.define(CLUSTERED, clustered(tables, points, distinct));
    try {
      for (Row row :
          streaming.query("Merge customers", library.script("segments/clustered_points.sql"))) {
        labels[row.<Integer>getFieldAs(0)] = row.<Integer>getFieldAs(1);
      }
    } finally {
      streaming.forget(CLUSTERED);
    }
    return Partition.of(labels, notes(distinct, k));
  }

  private static List<String> notes(int distinct, int k) {
    return distinct == k
        ? List.of()
        : List.of(
            "%s instead of %s clusters: that is how many points differ".formatted(distinct, k));
  }

  private static Table clustered(StreamTableEnvironment tables, double[][] points, int k) {
    List<Row> rows = new ArrayList<>(points.length);
    for (int i = 0; i < points.length; i++) {
      rows.add(Row.of(i, new DenseVector(points[i])));
    }
    StreamExecutionEnvironment environment =
        tables.toDataStream(tables.fromValues(0)).getExecutionEnvironment();
    return new AgglomerativeClustering()
        .setFeaturesCol(POINT)
        .setPredictionCol(CLUSTER)
        .setLinkage(AgglomerativeClusteringParams.LINKAGE_WARD)
        .setNumClusters(k)
        .transform(tables.fromDataStream(environment.fromData(rows, POINTS)))[0];
  }
}
