package tributary.recommend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.fs.Path;
import org.apache.flink.ml.recommendation.swing.Swing;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.publish.Draft;
import tributary.recommend.ranking.Thinning;
import tributary.script.BoundLibrary;
import tributary.script.SqlSession;

/**
 * Similar products by Flink ML's Swing (Yang et al. 2020, "Large scale product graph construction
 * for recommendation in e-commerce", arXiv:2010.05525): two products are the more similar, the more
 * pairs of customers bought both, and the less else each pair has in common. In a streaming job of
 * its own on bounded input, at parallelism 1, which reads what the batch job before it left in a
 * directory that the cluster shares.
 */
final class SwingJob implements AutoCloseable {
  /**
   * Swing looks at each product's customers in pairs, which takes minutes on all purchases, and
   * draws by chance above limits of its own, which these are far below.
   */
  static final Thinning THINNING = new Thinning(50, 25);

  private static final TypeInformation<Row> SIMILAR =
      Types.ROW_NAMED(
          new String[] {"product_number", "similarity_rank", "similar_number", "score"},
          Types.LONG,
          Types.INT,
          Types.LONG,
          Types.DOUBLE);

  private final Draft draft;
  private final Path directory;

  SwingJob(Draft draft, String workDirectory) {
    this.draft = draft;
    this.directory = new Path(workDirectory, "swing_" + draft.id());
  }

  /** Where the batch job leaves who bought what. */
  Map<String, ?> values() {
    return Map.of("swing_path", directory.toString());
  }

  /** Adds its rows to {@code recommendations.similar_products}. */
  void run(int neighbours) {
    if (!hasInput()) {
      return;
    }
    SqlSession streaming = draft.streaming();
    BoundLibrary library = draft.library().bind(values());
    StreamTableEnvironment tables = streaming.tables();
    Swing swing =
        new Swing()
            .setUserCol("customer_number")
            .setItemCol("product_number")
            .setOutputCol("similar")
            .setMinUserBehavior(1)
            .setK(neighbours);
    DataStream<Row> similar =
        streaming.from(
            library.view("linked_purchases"),
            purchases -> tables.toDataStream(swing.transform(purchases)[0]));
    DataStream<Row> rows = similar.flatMap(new SimilarRows()).returns(SIMILAR);
    streaming.define("similar_by_swing", tables.fromDataStream(rows));
    streaming.run("similar products by Swing", library.script("recommendations/swing_products"));
  }

  private boolean hasInput() {
    try {
      return directory.getFileSystem().exists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the work files of " + directory, e);
    }
  }

  @Override
  public void close() {
    try {
      directory.getFileSystem().delete(directory, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove the work files of " + directory, e);
    }
  }

  /**
   * One row for each of a product's neighbours, which Swing writes as "number,score;number,...".
   */
  private static final class SimilarRows implements FlatMapFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Row product, Collector<Row> rows) {
      int rank = 0;
      for (String neighbour : product.<String>getFieldAs(1).split(";")) {
        String[] parts = neighbour.split(",");
        rows.collect(
            Row.of(product.getField(0), ++rank, Long.valueOf(parts[0]), Double.valueOf(parts[1])));
      }
    }
  }
}
