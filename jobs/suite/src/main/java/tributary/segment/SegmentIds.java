package tributary.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Ids for segments that have none yet: a hash of the window and of all that places the segment's
 * centroid. The same model of the same window has the same ids again, whatever its clusters'
 * numbers; another model never has them.
 */
final class SegmentIds {
  private static final int DIGITS = 16;

  private SegmentIds() {}

  /**
   * One fresh id for each of the model's clusters, in their order; all differ.
   *
   * @param used every id that the segmentation gave in windows that end earlier; not those of this
   *     window, which has the same ids when it is made again
   */
  static List<String> fresh(Window window, SegmentModel model, Set<String> used) {
    Set<String> taken = new HashSet<>(used);
    List<String> ids = new ArrayList<>();
    for (double[] centroid : model.clusters().centroids()) {
      String place =
          String.join(
              "|",
              window.segmentation(),
              window.scope(),
              model.space().features().toString(),
              Arrays.toString(model.scaling().means()),
              Arrays.toString(model.scaling().deviations()),
              Arrays.toString(centroid));
      ids.add(unused(place, taken));
    }
    return ids;
  }

  private static String unused(String place, Set<String> taken) {
    String id = hash(place);
    for (int number = 2; !taken.add(id); number++) {
      id = hash(place + "|" + number);
    }
    return id;
  }

  private static String hash(String text) {
    return "seg_" + DigestUtils.sha256Hex(text).substring(0, DIGITS);
  }
}
