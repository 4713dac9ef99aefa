package tributary.segment.cluster;

import java.util.OptionalDouble;

/**
 * The two ways to measure how much nearer a point is to its own cluster than to the next one. A
 * point's width is (b - a) / max(a, b), between -1 and 1, with a its distance to its own cluster
 * and b that to the nearest other one; the silhouette is the mean width. The width is 0 of a point
 * alone in its cluster (as Rousseeuw defines it), and where a and b are both 0. Noise counts for
 * nothing. Fewer than two clusters have no silhouette. Values of the two forms are not comparable:
 * the simplified one is the higher.
 */
public enum SilhouetteForm {
  /**
   * The distance to a cluster is the mean of those to its points, without the point itself
   * (Rousseeuw 1987, "Silhouettes", J. Comput. Appl. Math. 20). It costs n squared distances and no
   * memory for them.
   */
  EXACT("silhouette") {
    @Override
    public OptionalDouble of(double[][] points, Partition partition) {
      partition.requireSameSize(points);
      return partition.clusters() < 2
          ? OptionalDouble.empty()
          : OptionalDouble.of(new ExactSilhouette(points, partition).mean());
    }
  },

  /**
   * The distance to a cluster is the one to its centroid (Hruschka et al. 2004; Vendramin et al.
   * 2010, "Relative clustering validity criteria", Stat. Anal. Data Min. 3). It costs n x k.
   */
  SIMPLIFIED("simplified silhouette") {
    @Override
    public OptionalDouble of(double[][] points, Partition partition) {
      partition.requireSameSize(points);
      return partition.clusters() < 2
          ? OptionalDouble.empty()
          : OptionalDouble.of(SimplifiedSilhouette.mean(points, partition));
    }
  };

  /** Up to so many points {@link #affordable} takes the exact form, which takes half a second. */
  public static final int EXACT_LIMIT = 10_000;

  private final String words;

  SilhouetteForm(String words) {
    this.words = words;
  }

  /** The exact form where it is quick, else the simplified one. */
  public static SilhouetteForm affordable(int points) {
    return points <= EXACT_LIMIT ? EXACT : SIMPLIFIED;
  }

  /**
   * The mean width, or none for fewer than two clusters.
   *
   * @param points n x d
   */
  public abstract OptionalDouble of(double[][] points, Partition partition);

  /** Its name in a sentence. */
  public String words() {
    return words;
  }

  static double width(double own, double other) {
    double larger = Math.max(own, other);
    return larger == 0 ? 0 : (other - own) / larger;
  }
}
