package tributary.segment.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.MixtureMultivariateNormalDistribution;
import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.apache.commons.math3.distribution.fitting.MultivariateNormalMixtureExpectationMaximization;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.util.Pair;

/**
 * A mixture of normal distributions with full covariances, fitted by expectation maximisation
 * (Dempster et al. 1977) from a seeded k-means++ partition; each point goes to the component that
 * most likely made it. Clusters may be stretched and slanted, and of different density.
 *
 * <p>Customers who share a value, such as one order, lie in a plane, and a component that settles
 * on it has a singular covariance. So noise of standard deviation {@value #BLUR}, in scaled units,
 * is added to the points that are fitted (not to those that are labelled), which adds its square to
 * each variance in expectation. A fit that fails all the same, as when a component is left with one
 * point, is repeated from {@value #STARTS} starts in all; then there is no cluster and a note.
 *
 * <p>Time grows with n x k x d², and with up to {@value #ROUNDS} rounds: {@value #LIMIT} x 3 points
 * took up to 2 seconds for 8 components, and x 8 took 8.
 */
public final class GaussianMixture implements SampleClustering {
  /** At most so many points. */
  public static final int LIMIT = 5_000;

  private static final double BLUR = 0.1;
  private static final int STARTS = 5;
  private static final int ROUNDS = 500;
  private static final int START_ROUNDS = 100;

  /** Of the mean log-likelihood, below which a round's gain ends the fit. */
  private static final double TOLERANCE = 1e-4;

  @Override
  public String name() {
    return "a Gaussian mixture";
  }

  @Override
  public int limit() {
    return LIMIT;
  }

  @Override
  public Partition cluster(double[][] points, int k, long seed) {
    requireValid(points, k);
    int distinct = Points.distinct(points, k);
    List<String> notes = new ArrayList<>();
    if (distinct < k) {
      notes.add("%s instead of %s clusters: that is how many points differ".formatted(distinct, k));
    }
    if (distinct < 2) {
      return Partition.of(new int[points.length], notes);
    }
    RandomGenerator random = new Well19937c(seed);
    double[][] blurred = blurred(points, random);
    for (int start = 0; start < STARTS; start++) {
      Optional<MixtureMultivariateNormalDistribution> mixture =
          fit(blurred, distinct, random, notes);
      if (mixture.isPresent()) {
        return Partition.of(labels(points, mixture.get()), notes);
      }
    }
    return Partition.nothing(
        points.length, notes.stream().distinct().collect(Collectors.joining("; ")));
  }

  /** With noise, and a second coordinate of nothing else when there is but one. */
  private static double[][] blurred(double[][] points, RandomGenerator random) {
    double[][] blurred = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      blurred[i] = atLeastTwo(points[i]);
      for (int j = 0; j < blurred[i].length; j++) {
        blurred[i][j] += BLUR * random.nextGaussian();
      }
    }
    return blurred;
  }

  /** A copy; Commons Math knows no mixture in one dimension. */
  private static double[] atLeastTwo(double[] point) {
    return Arrays.copyOf(point, Math.max(2, point.length));
  }

  private static Optional<MixtureMultivariateNormalDistribution> fit(
      double[][] points, int k, RandomGenerator random, List<String> notes) {
    MultivariateNormalMixtureExpectationMaximization fit =
        new MultivariateNormalMixtureExpectationMaximization(points);
    try {
      fit.fit(start(points, k, random), ROUNDS, TOLERANCE);
    } catch (MathIllegalArgumentException | MathIllegalStateException e) {
      if (!(e instanceof ConvergenceException) || fit.getFittedModel() == null) {
        notes.add("a start failed: " + e.getMessage());
        return Optional.empty();
      }
      notes.add("the fit was stopped after %s rounds".formatted(ROUNDS));
    }
    if (!Double.isFinite(fit.getLogLikelihood())) {
      notes.add("a start failed: a point is too far from all components");
      return Optional.empty();
    }
    return Optional.of(fit.getFittedModel());
  }

  private static MixtureMultivariateNormalDistribution start(
      double[][] points, int k, RandomGenerator random) {
    KMeansPlusPlusClusterer<IndexedPoint> clusterer =
        new KMeansPlusPlusClusterer<>(k, START_ROUNDS, new EuclideanDistance(), random);
    Partition partition =
        Partition.of(
            IndexedPoint.labels(clusterer.cluster(IndexedPoint.all(points)), points.length),
            List.of());
    int[] labels = partition.labels();
    int[] sizes = partition.sizes();
    double[][] centroids = partition.centroids(points);
    List<Pair<Double, MultivariateNormalDistribution>> components = new ArrayList<>();
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      double[][] covariance =
          covariance(points, labels, cluster, centroids[cluster], sizes[cluster]);
      components.add(
          new Pair<>(
              (double) sizes[cluster] / points.length,
              new MultivariateNormalDistribution(random, centroids[cluster], covariance)));
    }
    return new MixtureMultivariateNormalDistribution(random, components);
  }

  /** Of one cluster's points, with the noise's variance added so that few points suffice. */
  private static double[][] covariance(
      double[][] points, int[] labels, int cluster, double[] mean, int size) {
    double[][] covariance = new double[mean.length][mean.length];
    for (int i = 0; i < points.length; i++) {
      for (int row = 0; row < mean.length && labels[i] == cluster; row++) {
        for (int column = 0; column < mean.length; column++) {
          covariance[row][column] +=
              (points[i][row] - mean[row]) * (points[i][column] - mean[column]) / size;
        }
      }
    }
    for (int j = 0; j < mean.length; j++) {
      covariance[j][j] += BLUR * BLUR;
    }
    return covariance;
  }

  private static int[] labels(double[][] points, MixtureMultivariateNormalDistribution mixture) {
    List<Pair<Double, MultivariateNormalDistribution>> components = mixture.getComponents();
    return Arrays.stream(points).mapToInt(point -> label(atLeastTwo(point), components)).toArray();
  }

  /** The likeliest component; of a point so far off that all densities are 0, the nearest. */
  private static int label(
      double[] point, List<Pair<Double, MultivariateNormalDistribution>> components) {
    int best = 0;
    double highest = 0;
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < components.size(); i++) {
      MultivariateNormalDistribution component = components.get(i).getSecond();
      double density = components.get(i).getFirst() * component.density(point);
      double distance = Points.squaredDistance(point, component.getMeans());
      if (density > highest || (highest == 0 && density == 0 && distance < shortest)) {
        best = i;
        highest = density;
        shortest = distance;
      }
    }
    return best;
  }
}
