package tributary.segment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The segments' ids: a hash of the window and of all that places the segment's centroid. The same
 * model of the same window has the same ids again; another model never has them.
 */
final class SegmentIds {
  private static final int BYTES = 8;

  private SegmentIds() {}

  /** One id for each of the model's clusters, in their order. */
  static List<String> of(Window window, SegmentModel model) {
    List<String> ids = new ArrayList<>();
    for (double[] centroid : model.clusters().centroids()) {
      ids.add(
          hash(
              String.join(
                  "|",
                  window.segmentation(),
                  window.scope(),
                  model.space().features().toString(),
                  Arrays.toString(model.scaling().means()),
                  Arrays.toString(model.scaling().deviations()),
                  Arrays.toString(centroid))));
    }
    return ids;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "seg_" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
    }
  }
}
