package tributary.recommend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which group each customer or product is in, such as a segment or category; some are in none. */
final class Groups {
  private final Map<Integer, Integer> groups = new HashMap<>();

  /**
   * Puts somebody into a group.
   *
   * @param member its number
   * @param group from 0; negative stands for none
   */
  void put(int member, int group) {
    if (group >= 0) {
      groups.put(member, group);
    }
  }

  /** Whether nobody is in any. */
  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** The group of each of so many members; -1 of one that is in none. */
  int[] of(int members) {
    int[] all = new int[members];
    Arrays.setAll(all, member -> groups.getOrDefault(member, -1));
    return all;
  }
}
