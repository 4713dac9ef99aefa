package tributary.insight.report;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Some of any number of customers: those whose ids have the lowest hashes, so that the same ones
 * are drawn each time, in whatever order they come, and none for what they bought. It holds no more
 * than its size.
 */
final class CustomerSample {
  private static final Comparator<Drawn> ORDER =
      Comparator.comparingLong(Drawn::hash).thenComparing(Drawn::customer);

  private final int size;
  private final PriorityQueue<Drawn> drawn = new PriorityQueue<>(ORDER.reversed());

  CustomerSample(int size) {
    this.size = size;
  }

  void add(String customer) {
    byte[] id = customer.getBytes(StandardCharsets.UTF_8);
    drawn.add(new Drawn(MurmurHash3.hash128x64(id, 0, id.length, 0)[0], customer));
    if (drawn.size() > size) {
      drawn.remove();
    }
  }

  /** The lowest hash first. */
  List<String> customers() {
    return drawn.stream().sorted(ORDER).map(Drawn::customer).toList();
  }

  private record Drawn(long hash, String customer) {}
}
