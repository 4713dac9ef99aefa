package tributary.bridge;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the classes that others lead to. */
final class Reachable {
  private Reachable() {}

  /**
   * Walks from {@code roots} along every class that a class file names.
   *
   * @param bytes the class file of an internal name, or empty where the walk shall not enter
   * @return class files by internal name
   */
  static SortedMap<String, byte[]> from(
      Collection<String> roots, Function<String, Optional<byte[]>> bytes) {
    SortedMap<String, byte[]> found = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (found.containsKey(name)) {
        continue;
      }
      Optional<byte[]> content = bytes.apply(name);
      if (content.isPresent()) {
        found.put(name, content.get());
        open.addAll(ClassFile.parse(content.get()).types());
      }
    }
    return found;
  }
}
