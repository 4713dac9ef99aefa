package tributary.lake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What an open lake holds, closed last in, first out, each even when another one fails. */
final class LakeResources implements AutoCloseable {
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  static LakeResources of(AutoCloseable resource) {
    LakeResources resources = new LakeResources();
    resources.add(resource);
    return resources;
  }

  void add(AutoCloseable resource) {
    resources.push(resource);
  }

  Optional<LakeOwnership> ownership() {
    return resources.stream()
        .filter(LakeOwnership.class::isInstance)
        .map(LakeOwnership.class::cast)
        .findFirst();
  }

  @Override
  public void close() {
    IllegalStateException failure = new IllegalStateException("Cannot close the lake");
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
