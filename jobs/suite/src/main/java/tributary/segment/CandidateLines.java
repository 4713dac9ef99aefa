package tributary.segment;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.ml.clustering.kmeans.KMeansModelData;
import org.apache.flink.ml.linalg.DenseVector;
import org.apache.flink.util.Collector;

/** Writes a fitted model's centroids as lines of the fitting log. */
final class CandidateLines implements FlatMapFunction<KMeansModelData, String> {
  private static final long serialVersionUID = 1L;

  private final String training;
  private final Candidate candidate;

  CandidateLines(String training, Candidate candidate) {
    this.training = training;
    this.candidate = candidate;
  }

  @Override
  public void flatMap(KMeansModelData model, Collector<String> lines) {
    for (DenseVector centroid : model.centroids) {
      lines.collect(FittingLog.line(training, candidate, centroid.values));
    }
  }
}
