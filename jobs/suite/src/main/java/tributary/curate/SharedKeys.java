package tributary.curate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.types.Row;
import tributary.curate.FileFacts.Content;
import tributary.publish.Draft;

/** How much of what files hold is the same: receipts, products and days, or customers. */
final class SharedKeys {
  /** Of the smaller file's keys, a share from which on two files are taken to hold the same. */
  private static final double SAME = 0.5;

  private record Pair(long number, long other) {}

  private final Map<Pair, Long> shared = new HashMap<>();

  /**
   * Counts in the lines that landed.
   *
   * @param content what all of the files are of
   */
  static SharedKeys count(
      Draft draft, Content content, List<TakenFile> corrected, List<TakenFile> others) {
    List<Object> files = new ArrayList<>(numbers(others));
    files.addAll(numbers(corrected));
    SharedKeys keys = new SharedKeys();
    draft
        .batch()
        .query(
            "shared keys",
            draft
                .library()
                .script("landing/shared_" + content.text() + ".sql")
                .bind(Map.of("files", files, "corrected", numbers(corrected))))
        .forEach(keys::add);
    return keys;
  }

  private static List<Object> numbers(List<TakenFile> files) {
    return files.stream().map(file -> (Object) file.number()).toList();
  }

  private void add(Row row) {
    put(
        row.<Long>getFieldAs("file_number"),
        row.<Long>getFieldAs("other_number"),
        row.<Long>getFieldAs("shared_keys"));
  }

  /**
   * @param keys how many two files share; of one and the same, how many it has
   */
  SharedKeys put(long number, long other, long keys) {
    shared.put(new Pair(number, other), keys);
    return this;
  }

  /** Whether nothing in a file could become anything. */
  boolean isEmpty(TakenFile file) {
    return size(file) == 0;
  }

  boolean areOfTheSame(TakenFile corrected, TakenFile other) {
    return share(corrected, other) >= SAME;
  }

  /** Of the keys of the smaller of two files, the share that the other has too. */
  double share(TakenFile corrected, TakenFile other) {
    requireNonNull(corrected, "corrected is null");
    long least = Math.min(size(corrected), size(other));
    long both = shared.getOrDefault(new Pair(corrected.number(), other.number()), 0L);
    return least == 0 ? 0 : (double) both / least;
  }

  private long size(TakenFile file) {
    return shared.getOrDefault(new Pair(file.number(), file.number()), 0L);
  }
}
