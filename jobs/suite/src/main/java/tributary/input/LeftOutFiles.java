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
  private final Map<String, String> reasons = new TreeMap<>();

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

  /** Why each was left out, by its name. */
  public Map<String, String> reasons() {
    return Map.copyOf(reasons);
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
    String beginning = "Cannot read " + Pattern.quote(name) + "( with profile [^:]*)?: ";
    reasons.put(name, failure.getMessage().replaceFirst("^" + beginning, ""));
  }

  /** Forgets files that nobody wants; of a folder nobody knows. */
  void keepOnly(Predicate<String> wanted) {
    reasons.keySet().removeIf(name -> !name.endsWith("/") && !wanted.test(name));
  }

  /** All of them in one message. */
  public UserError error() {
    return new UserError(
        reasons.entrySet().stream()
            .map(file -> "%s: %s".formatted(file.getKey(), file.getValue()))
            .collect(
                Collectors.joining(
                    "; ",
                    "Cannot read ",
                    reasons.size() > 1 ? " (%d files)".formatted(reasons.size()) : "")));
  }
}
