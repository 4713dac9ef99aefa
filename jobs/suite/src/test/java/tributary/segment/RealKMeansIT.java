package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.Features;
import tributary.config.SegmentSettings;
import tributary.input.RealFiles;
import tributary.script.Engine;
import tributary.script.SqlLibrary;
import tributary.segment.cluster.LloydReference;
import tributary.segment.cluster.Partition;

/** How good the clusters of a real shop's customers are. */
class RealKMeansIT {
  private static final int STARTS = 5;

  @TempDir Path directory;
  private final Engine engine = Engine.local(2);
  private FeatureSpace space;
  private Sample everybody;

  @BeforeEach
  void readTheShop() throws IOException {
    Optional<Path> file = RealFiles.find("online_retail.csv.gz");
    assumeTrue(file.isPresent(), "online_retail.csv.gz is not here");
    List<SampledCustomer> customers = customers(file.get());
    List<RawFeatures> features = customers.stream().map(SampledCustomer::features).toList();
    space = Preparation.choose(SegmentSettings.defaults().features(), features).space();
    everybody = Sample.of(customers, space);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void isWithinOnePercentOfTheBestOfAHundredLloydRestarts() {
    assertThat(everybody.points().length).isBetween(4_000, 4_400);
    double[][] scaled = scaled(everybody.points());
    for (int k : List.of(2, 4, 6, 8)) {
      double best = LloydReference.wcss(scaled, LloydReference.cluster(scaled, k, 1));

      assertThat(wcss(train("everybody-" + k, everybody, k), scaled))
          .as("%d clusters", k)
          .isLessThan(1.01 * best);
    }
  }

  @Test
  void losesLessThanOnePercentOnAQuarterOfTheCustomers() {
    int[] chosen = IntStream.range(0, everybody.points().length).filter(i -> i % 4 == 0).toArray();
    Sample quarter =
        new Sample(
            IntStream.of(chosen).mapToObj(everybody.customers()::get).toList(),
            IntStream.of(chosen).mapToObj(i -> everybody.points()[i]).toArray(double[][]::new));
    double[][] scaled = scaled(everybody.points());

    assertThat(wcss(train("quarter", quarter, 4), scaled))
        .isLessThan(1.01 * wcss(train("all", everybody, 4), scaled));
  }

  /** The lowest sum of squares, over all customers, of the centroids that a training found. */
  private double wcss(List<List<double[]>> centroids, double[][] scaled) {
    return centroids.stream()
        .mapToDouble(each -> LloydReference.wcss(scaled, nearest(each, scaled)))
        .min()
        .orElseThrow();
  }

  private static Partition nearest(List<double[]> centroids, double[][] scaled) {
    Clusters clusters = new Clusters(centroids);
    int[] labels = new int[scaled.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = clusters.nearest(scaled[i]).cluster();
    }
    return Partition.of(labels, List.of());
  }

  /** Each start's centroids, in everybody's scale. */
  private List<List<double[]>> train(String name, Sample sample, int k) {
    Training training = new Training(name, space, sample, Candidate.of(k, 42, STARTS));
    WorkFiles files = WorkFiles.create(directory.toUri().toString(), name);
    FittingLog log =
        new KMeansTrainer(
                engine.streaming(
                    Map.of(Engine.CURRENT_CATALOG, new GenericInMemoryCatalog("lake"))),
                SqlLibrary.bundled(),
                files)
            .train(List.of(training))
            .get(name);
    Scaling own = log.scaling(training.origin());
    return log.candidates().values().stream()
        .map(clusters -> clusters.centroids().stream().map(each -> rescaled(own, each)).toList())
        .toList();
  }

  private double[] rescaled(Scaling own, double[] centroid) {
    double[] point = new double[centroid.length];
    for (int j = 0; j < point.length; j++) {
      point[j] = own.means()[j] + centroid[j] * own.deviations()[j];
    }
    return everybody.scaling(space).scale(point);
  }

  private double[][] scaled(double[][] points) {
    Scaling scaling = everybody.scaling(space);
    double[][] scaled = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      scaled[i] = scaling.scale(points[i]);
    }
    return scaled;
  }

  /** What each customer spent, on how many days, and per unit. */
  private static List<SampledCustomer> customers(Path file) throws IOException {
    Map<String, double[]> totals = new TreeMap<>();
    Map<String, Set<String>> days = new TreeMap<>();
    try (InputStreamReader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : lines) {
        String customer = line.getField("CustomerID");
        double quantity = Double.parseDouble(line.getField("Quantity"));
        double price = Double.parseDouble(line.getField("UnitPrice"));
        if (!customer.isBlank() && quantity > 0 && price > 0) {
          double[] total = totals.computeIfAbsent(customer, each -> new double[2]);
          total[0] += quantity * price;
          total[1] += quantity;
          days.computeIfAbsent(customer, each -> new HashSet<>())
              .add(line.getField("InvoiceDate").substring(0, 10));
        }
      }
    }
    List<SampledCustomer> customers = new ArrayList<>();
    totals.forEach(
        (customer, total) -> {
          double[] numbers = new double[Features.BEHAVIOUR.size()];
          numbers[Features.BEHAVIOUR.indexOf("gross_spend")] = total[0];
          numbers[Features.BEHAVIOUR.indexOf("shopping_days")] = days.get(customer).size();
          numbers[Features.BEHAVIOUR.indexOf("spend_per_item")] = total[0] / total[1];
          customers.add(
              new SampledCustomer(LocalDate.of(2011, 12, 10), customer, RawFeatures.of(numbers)));
        });
    return customers;
  }
}
