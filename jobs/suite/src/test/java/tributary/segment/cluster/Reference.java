package tributary.segment.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * Data whose values scikit-learn computed; see reference.py beside it.
 *
 * @param points n x d
 * @param labels of three partitions
 */
public record Reference(double[][] points, List<int[]> labels) {
  private static final String EXPECTED = "expected.properties";

  /**
   * Iris (Fisher 1936; UCI, CC BY 4.0); labels of k-means, of the species, and of Ward's
   * clustering.
   */
  public static Reference iris() {
    return read("iris.csv", 4);
  }

  /** Overlapping groups with a lonely and a repeated point; labels of these, k-means, and Ward. */
  public static Reference groups() {
    return read("groups.csv", 3);
  }

  /** Slanted groups; labels of these, of a Gaussian mixture, and of DBSCAN. */
  public static Reference slanted() {
    return read("slanted.csv", 2);
  }

  /** What scikit-learn says, such as {@code iris.wcss}. */
  public static double expected(String key) {
    Properties values = new Properties();
    try (InputStream file = Reference.class.getResourceAsStream(EXPECTED)) {
      values.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + EXPECTED, e);
    }
    return Double.parseDouble(values.getProperty(key));
  }

  /** One of the partitions, without notes. */
  public Partition partition(int number) {
    return Partition.of(labels.get(number), List.of());
  }

  private static Reference read(String name, int dimensions) {
    try (InputStream file = Reference.class.getResourceAsStream(name)) {
      double[][] rows =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(
                  line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
              .toArray(double[][]::new);
      return new Reference(
          Arrays.stream(rows).map(row -> Arrays.copyOf(row, dimensions)).toArray(double[][]::new),
          List.of(
              labels(rows, dimensions),
              labels(rows, dimensions + 1),
              labels(rows, dimensions + 2)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  private static int[] labels(double[][] rows, int column) {
    return Arrays.stream(rows).mapToInt(row -> (int) row[column]).toArray();
  }
}
