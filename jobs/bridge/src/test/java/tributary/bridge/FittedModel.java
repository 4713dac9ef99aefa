package tributary.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.ml.clustering.kmeans.KMeansModelData;
import org.apache.flink.ml.linalg.DenseVector;

/** A KMeans model as one line of text: {@code k;seed;weights;centroid|centroid|...}. */
record FittedModel(int k, long seed, double[] weights, List<double[]> centroids) {

  static String line(int k, long seed, KMeansModelData model) {
    String centroids =
        Stream.of(model.centroids).map(FittedModel::numbers).collect(Collectors.joining("|"));
    return k + ";" + seed + ";" + numbers(model.weights) + ";" + centroids;
  }

  static FittedModel parse(String line) {
    String[] parts = line.split(";");
    return new FittedModel(
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        vector(parts[2]),
        Stream.of(parts[3].split("\\|")).map(FittedModel::vector).toList());
  }

  /** Number of the closest centroid, the first of equals. */
  int closest(double[] point) {
    int closest = 0;
    for (int candidate = 1; candidate < centroids.size(); candidate++) {
      if (squaredDistance(point, centroids.get(candidate))
          < squaredDistance(point, centroids.get(closest))) {
        closest = candidate;
      }
    }
    return closest;
  }

  double sumOfSquares(List<double[]> points) {
    return points.stream()
        .mapToDouble(point -> squaredDistance(point, centroids.get(closest(point))))
        .sum();
  }

  /** One step of Lloyd's algorithm: the mean of each centroid's points, and how many they are. */
  FittedModel lloydStep(List<double[]> points) {
    double[] counts = new double[k];
    List<double[]> means = new ArrayList<>();
    centroids.forEach(centroid -> means.add(new double[centroid.length]));
    for (double[] point : points) {
      int cluster = closest(point);
      counts[cluster]++;
      Arrays.setAll(means.get(cluster), index -> means.get(cluster)[index] + point[index]);
    }
    for (int cluster = 0; cluster < k; cluster++) {
      double count = counts[cluster];
      double[] mean = means.get(cluster);
      Arrays.setAll(mean, index -> mean[index] / count);
    }
    return new FittedModel(k, seed, counts, means);
  }

  private static double squaredDistance(double[] one, double[] other) {
    double sum = 0;
    for (int index = 0; index < one.length; index++) {
      sum += (one[index] - other[index]) * (one[index] - other[index]);
    }
    return sum;
  }

  private static String numbers(DenseVector vector) {
    return Arrays.stream(vector.values).mapToObj(Double::toString).collect(Collectors.joining(","));
  }

  private static double[] vector(String text) {
    return Stream.of(text.split(",")).mapToDouble(Double::parseDouble).toArray();
  }
}
