package tributary.input;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tributary.config.UserError;

/**
 * Files of a directory or a pattern that cannot be read, each with its reason: the others are read
 * without them.
 */
public final class LeftOutFiles {
  private final boolean isRefusing;
  private final Map<String, UserError> failures = new TreeMap<>();

  private LeftOutFiles(boolean isRefusing) {
    this.isRefusing = isRefusing;
  }

  /** Takes files, and tells of them afterwards. */
  public static LeftOutFiles collecting() {
    return new LeftOutFiles(false);
  }

  /** Takes none: the first is an error. */
  public static LeftOutFiles refusing() {
    return new LeftOutFiles(true);
  }

  /** Why each was left out, by its name, sorted. */
  public Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    failures.forEach((name, failure) -> reasons.put(name, reason(name, failure)));
    return reasons;
  }

  private static String reason(String name, UserError failure) {
    String beginning = "^Cannot read " + Pattern.quote(name) + "( with profile [^:]*)?: ";
    return failure.getMessage().replaceFirst(beginning, "");
  }

  boolean isEmpty() {
    return failures.isEmpty();
  }

  /**
   * Leaves out a file.
   *
   * @throws UserError when none may be
   */
  void add(String name, UserError failure) {
    if (isRefusing) {
      throw failure;
    }
    failures.put(name, failure);
  }

  /** Forgets files that nobody wants; of a folder nobody knows. */
  void keepOnly(Predicate<String> wanted) {
    failures.keySet().removeIf(name -> !name.endsWith("/") && !wanted.test(name));
  }

  /** All of them in one message; there is one at least. */
  public UserError error() {
    if (failures.size() == 1) {
      return failures.values().iterator().next();
    }
    return new UserError(
        reasons().entrySet().stream()
            .map(file -> "%s: %s".formatted(file.getKey(), file.getValue()))
            .collect(
                Collectors.joining("; ", "Cannot read %s files: ".formatted(failures.size()), "")));
  }
}
