package tributary.curate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the lake holds of customers files, all together.
 *
 * @param linesRead their lines
 * @param customers how many customers they describe
 * @param superseded lines in whose place a later one of the same customer is
 * @param rejects impossible values and lines, by reason
 */
public record Demographics(
    long linesRead, long customers, long superseded, Map<String, Long> rejects) {
  public Demographics {
    rejects = Collections.unmodifiableMap(new TreeMap<>(rejects));
  }
}
