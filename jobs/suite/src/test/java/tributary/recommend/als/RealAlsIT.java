package tributary.recommend.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tributary.input.RealFiles;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.matrix.Triplets;
import tributary.recommend.ranking.HeldOut;
import tributary.recommend.ranking.Popularity;
import tributary.recommend.ranking.Recommender;

/**
 * A published figure of a real shop: with 20 % of the pairs of a customer and a product masked at
 * random, implicit ALS (20 factors, alpha 15, regularisation 0.1) has a mean AUC of 0.870 over the
 * customers who lost a pair, popularity 0.814. There popularity counts the masked pairs too.
 */
class RealAlsIT {
  private static SparseMatrix quantities;

  @BeforeAll
  static void readTheShop() throws IOException {
    Optional<Path> file = RealFiles.find("online_retail.csv.gz");
    assumeTrue(file.isPresent(), "online_retail.csv.gz is not here");
    Map<String, Map<String, Integer>> sums = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file.get())),
                    StandardCharsets.UTF_8))) {
      for (NamedCsvRecord line : lines) {
        String customer = line.getField("CustomerID");
        if (!customer.isBlank()) {
          sums.computeIfAbsent(customer, each -> new LinkedHashMap<>())
              .merge(
                  line.getField("StockCode"),
                  Integer.parseInt(line.getField("Quantity")),
                  Integer::sum);
        }
      }
    }
    Triplets triplets = new Triplets();
    sums.forEach(
        (customer, products) ->
            products.forEach(
                (product, sum) -> {
                  int quantity = sum == 0 ? 1 : sum;
                  if (quantity > 0) {
                    triplets.add(customer, product, quantity);
                  }
                }));
    quantities = triplets.matrix();
  }

  @Test
  void hasThePublishedPairs() {
    assertThat(quantities.rowCount()).isEqualTo(4_338);
    assertThat(quantities.columnCount()).isEqualTo(3_664);
    assertThat(quantities.size()).isEqualTo(266_723);
  }

  @Test
  void reachesThePublishedAreaUnderTheCurve() {
    HeldOut split = HeldOut.fifthOf(quantities, 1);
    ImplicitAlsParams params =
        ImplicitAlsParams.defaults()
            .withRank(20)
            .withAlpha(15)
            .withRegularization(0.1)
            .withIterations(50);
    Recommender als =
        new AlsRecommender(ImplicitAls.fit(split.known(), params), split.known(), params);
    double ours = area(als, split);
    double ofAll = area(Popularity.ofCustomers("all", quantities), split);

    assertThat(ofAll).isCloseTo(0.814, within(0.005));
    assertThat(ours).isGreaterThan(0.865);
  }

  /** The mean over customers of how many of the pairs (masked, never bought) are in order. */
  private static double area(Recommender recommender, HeldOut split) {
    return IntStream.range(0, split.relevant().rowCount())
        .filter(customer -> split.relevant().size(customer) > 0)
        .parallel()
        .mapToDouble(customer -> area(recommender, split, customer))
        .average()
        .orElseThrow();
  }

  private static double area(Recommender recommender, HeldOut split, int customer) {
    double[] scores = new double[split.known().columnCount()];
    recommender.score(customer, scores);
    int[] neverBought =
        IntStream.range(0, scores.length)
            .filter(item -> !split.known().contains(customer, item))
            .filter(item -> !split.relevant().contains(customer, item))
            .toArray();
    double inOrder = 0;
    for (int at = split.relevant().start(customer); at < split.relevant().end(customer); at++) {
      double masked = scores[split.relevant().column(at)];
      for (int item : neverBought) {
        inOrder += masked > scores[item] ? 1 : masked == scores[item] ? 0.5 : 0;
      }
    }
    return inOrder / ((double) neverBought.length * split.relevant().size(customer));
  }
}
