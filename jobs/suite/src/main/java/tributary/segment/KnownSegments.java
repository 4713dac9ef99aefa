package tributary.segment;

import java.util.ArrayList;
import java.util.List;
import tributary.segment.identity.PublishedSegment;

/**
 * The segments of a window that was published, or computed before another.
 *
 * @param model what assigned its customers
 * @param ids one for each of the model's clusters
 * @param names one for each of the model's clusters
 * @param customers one number for each of the model's clusters
 * @param origin where the model comes from
 */
record KnownSegments(
    SegmentModel model, List<String> ids, List<String> names, long[] customers, Origin origin) {
  /**
   * Where a model comes from.
   *
   * @param modelId its id
   * @param candidate the fit
   * @param steps how its features are prepared
   * @param fitHash names the settings of which models can take each other's place
   */
  record Origin(String modelId, Candidate candidate, List<PreparationStep> steps, String fitHash) {
    Origin {
      steps = List.copyOf(steps);
    }
  }

  KnownSegments {
    ids = List.copyOf(ids);
    names = List.copyOf(names);
  }

  /**
   * With centroids as another model scales them, where it looks at the same features.
   *
   * @param other the other model
   */
  List<PublishedSegment> seenBy(SegmentModel other) {
    boolean isComparable = model.space().names().equals(other.space().names());
    List<PublishedSegment> segments = new ArrayList<>();
    for (int cluster = 0; cluster < ids.size(); cluster++) {
      double[] centroid = isComparable ? scaled(cluster, other) : new double[0];
      segments.add(
          new PublishedSegment(ids.get(cluster), names.get(cluster), customers[cluster], centroid));
    }
    return segments;
  }

  private double[] scaled(int cluster, SegmentModel other) {
    double[] point = new double[model.space().size()];
    for (int j = 0; j < point.length; j++) {
      point[j] = other.space().get(j).prepare(model.original(cluster, j));
    }
    return other.scaling().scale(point);
  }

  /**
   * Of customers, how many each cluster of another model has in common with each of these: both
   * models look at the customers as they are now, so that only what changed between the models
   * counts, and not that customers moved.
   *
   * @param clusters how many the other model has
   * @param labels the customers' clusters of the other model
   * @return the other model's clusters x these
   */
  long[][] shared(int clusters, int[] labels, List<RawFeatures> customers) {
    long[][] shared = new long[clusters][ids.size()];
    for (int i = 0; i < labels.length && !ids.isEmpty(); i++) {
      shared[labels[i]][model.nearest(customers.get(i)).cluster()]++;
    }
    return shared;
  }
}
