package tributary.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.ml.clustering.agglomerativeclustering.AgglomerativeClustering;
import org.apache.flink.ml.clustering.kmeans.KMeans;
import org.apache.flink.ml.feature.imputer.Imputer;
import org.apache.flink.ml.feature.minmaxscaler.MinMaxScaler;
import org.apache.flink.ml.feature.onehotencoder.OneHotEncoder;
import org.apache.flink.ml.feature.stringindexer.StringIndexer;
import org.apache.flink.ml.linalg.DenseVector;
import org.apache.flink.ml.linalg.Vectors;
import org.apache.flink.ml.linalg.typeinfo.DenseVectorTypeInfo;
import org.apache.flink.ml.recommendation.swing.Swing;
import org.apache.flink.table.api.Table;
import org.apache.flink.types.Row;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlgorithmsIT {
  private static final TypeInformation<Row> FEATURES =
      Types.ROW_NAMED(new String[] {"features"}, DenseVectorTypeInfo.INSTANCE);

  @TempDir Path directory;

  @Test
  void refusesCheckpointsWithTheRemedy() {
    BoundedJob job = new BoundedJob(directory, 1);
    List<Row> rows = Collections.nCopies(50_000, Row.of(Vectors.dense(1)));
    Table points = job.table(FEATURES, rows);
    job.environment().enableCheckpointing(10);
    job.write("models", new KMeans().setK(2).setMaxIter(2000).fit(points).getModelData()[0]);

    assertThatThrownBy(job::run)
        .satisfies(
            error ->
                assertThat(ExceptionUtils.stringifyException(error))
                    .contains("run jobs with Flink ML with checkpointing off"));
  }

  @Test
  void mergesTheClosestPointsFirst() throws Exception {
    BoundedJob job = new BoundedJob(directory, 1);
    List<Row> rows =
        Stream.of(1.0, 1.1, 5.0, 5.2, 9.0, 9.3).map(x -> Row.of(Vectors.dense(x, 0))).toList();
    Table[] outputs =
        new AgglomerativeClustering()
            .setNumClusters(3)
            .setComputeFullTree(true)
            .transform(job.table(FEATURES, rows));
    job.write("clusters", outputs[0]);
    job.write("merges", outputs[1]);
    job.run();

    Map<String, Set<Double>> clusters = new HashMap<>();
    for (String line : job.lines("clusters")) {
      double x = Double.parseDouble(line.replaceAll(".*\\[\\[?([0-9.]+),.*", "$1"));
      clusters
          .computeIfAbsent(line.replaceAll(".*, ([0-9]+)]", "$1"), id -> new TreeSet<>())
          .add(x);
    }
    assertThat(clusters.values())
        .containsExactlyInAnyOrder(Set.of(1.0, 1.1), Set.of(5.0, 5.2), Set.of(9.0, 9.3));
    assertThat(job.lines("merges")).hasSize(5);
  }

  @Test
  void fillsGapsWithTheMeanAndTheMedian() throws Exception {
    TypeInformation<Row> type =
        Types.ROW_NAMED(new String[] {"a", "b"}, Types.DOUBLE, Types.DOUBLE);
    for (String strategy : List.of("mean", "median")) {
      BoundedJob job = new BoundedJob(directory.resolve(strategy), 1);
      Table gaps =
          job.table(
              type,
              List.of(
                  Row.of(1.0, 10.0),
                  Row.of(2.0, Double.NaN),
                  Row.of(Double.NaN, 30.0),
                  Row.of(9.0, 80.0)));
      Table filled =
          new Imputer()
              .setInputCols("a", "b")
              .setOutputCols("x", "y")
              .setStrategy(strategy)
              .fit(gaps)
              .transform(gaps)[0];
      job.write("filled", filled);
      job.run();

      boolean isMean = strategy.equals("mean");
      assertThat(job.lines("filled"))
          .containsExactlyInAnyOrder(
              "+I[1.0, 10.0, 1.0, 10.0]",
              "+I[2.0, NaN, 2.0, " + (isMean ? "40.0]" : "30.0]"),
              "+I[NaN, 30.0, " + (isMean ? "4.0" : "2.0") + ", 30.0]",
              "+I[9.0, 80.0, 9.0, 80.0]");
    }
  }

  @Test
  void scalesToTheUnitInterval() throws Exception {
    BoundedJob job = new BoundedJob(directory, 1);
    Table points =
        job.table(
            FEATURES,
            List.of(
                Row.of(Vectors.dense(0, 100)),
                Row.of(Vectors.dense(5, 300)),
                Row.of(Vectors.dense(10, 200))));
    Table scaled =
        new MinMaxScaler()
            .setInputCol("features")
            .setOutputCol("s")
            .fit(points)
            .transform(points)[0];
    job.write(
        "scaled",
        job.tables()
            .toDataStream(scaled)
            .map(row -> row.<DenseVector>getFieldAs("s").toString())
            .returns(String.class));
    job.run();

    assertThat(job.lines("scaled"))
        .containsExactlyInAnyOrder("[0.0, 0.0]", "[0.5, 1.0]", "[1.0, 0.5]");
  }

  @Test
  void encodesWordsAsNumbersAndNumbersAsVectors() throws Exception {
    BoundedJob job = new BoundedJob(directory, 1);
    Table words =
        job.table(
            Types.ROW_NAMED(new String[] {"word"}, Types.STRING),
            List.of(Row.of("tea"), Row.of("cup"), Row.of("jam"), Row.of("tea")));
    Table indexed =
        new StringIndexer()
            .setInputCols("word")
            .setOutputCols("number")
            .setStringOrderType("alphabetAsc")
            .fit(words)
            .transform(words)[0];
    Table encoded =
        new OneHotEncoder()
            .setInputCols("number")
            .setOutputCols("vector")
            .setDropLast(false)
            .fit(indexed)
            .transform(indexed)[0];
    job.write(
        "encoded",
        job.tables()
            .toDataStream(encoded)
            .map(
                row -> row.getField("word") + " " + row.getField("number") + row.getField("vector"))
            .returns(String.class));
    job.run();

    assertThat(job.lines("encoded"))
        .containsExactly(
            "cup 0.0(3, [0], [1.0])",
            "jam 1.0(3, [1], [1.0])",
            "tea 2.0(3, [2], [1.0])",
            "tea 2.0(3, [2], [1.0])");
  }

  @Test
  void findsSimilarItemsByTheSwingOfTheirBuyers() throws Exception {
    Map<Long, Set<Long>> baskets = new TreeMap<>();
    baskets.put(1L, Set.of(10L, 11L, 12L));
    baskets.put(2L, Set.of(10L, 11L));
    baskets.put(3L, Set.of(10L, 12L, 13L));
    baskets.put(4L, Set.of(11L, 12L, 13L));
    // Shares two items with several: each pair of customers counts, not only the first.
    baskets.put(5L, Set.of(10L, 11L, 12L, 13L));
    BoundedJob job = new BoundedJob(directory, 2);
    List<Row> rows = new ArrayList<>();
    baskets.forEach((user, items) -> items.forEach(item -> rows.add(Row.of(user, item))));
    Table purchases =
        job.table(Types.ROW_NAMED(new String[] {"user", "item"}, Types.LONG, Types.LONG), rows);
    Table similar =
        new Swing()
            .setUserCol("user")
            .setItemCol("item")
            .setOutputCol("similar")
            .setMinUserBehavior(1)
            .setAlpha1(15)
            .setAlpha2(1)
            .setBeta(0.3)
            .transform(purchases)[0];
    job.write("similar", similar);
    job.run();

    Map<String, Double> scores = new HashMap<>();
    for (String line : job.lines("similar")) {
      String[] parts = line.replaceAll("[+I\\[\\]]", "").split(", ?|;");
      for (int index = 1; index < parts.length; index += 2) {
        scores.put(parts[0] + " " + parts[index], Double.parseDouble(parts[index + 1]));
      }
    }
    Map<String, Double> expected = swing(baskets, 15, 1, 0.3);
    assertThat(scores).containsOnlyKeys(expected.keySet());
    expected.forEach((pair, score) -> assertThat(scores.get(pair)).isCloseTo(score, within(1e-9)));
  }

  /** Swing as its paper (Yang et al. 2020) defines it, over unordered pairs of buyers. */
  private static Map<String, Double> swing(
      Map<Long, Set<Long>> baskets, int alpha1, int alpha2, double beta) {
    Map<String, Double> scores = new HashMap<>();
    baskets.forEach(
        (one, itemsOfOne) ->
            baskets.forEach(
                (other, itemsOfOther) -> {
                  Set<Long> shared = new HashSet<>(itemsOfOne);
                  shared.retainAll(itemsOfOther);
                  double score =
                      Math.pow(alpha1 + itemsOfOne.size(), -beta)
                          * Math.pow(alpha1 + itemsOfOther.size(), -beta)
                          / (alpha2 + shared.size());
                  for (long item : shared) {
                    for (long similar : shared) {
                      if (one < other && item != similar) {
                        scores.merge(item + " " + similar, score, Double::sum);
                      }
                    }
                  }
                }));
    return scores;
  }
}
