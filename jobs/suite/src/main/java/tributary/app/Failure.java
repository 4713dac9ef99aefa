package tributary.app;

import java.util.Optional;
import tributary.publish.AuditFailedException;

/** What to tell the user about an exception. */
final class Failure {
  private Failure() {}

  /** The first of a kind among the causes, such as the user's mistake, if there is one. */
  static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
    }
    return Optional.empty();
  }

  /** One line that begins with "Cannot" and ends with the innermost reason. */
  static String line(String command, Throwable failure) {
    String message = message(failure);
    String what =
        message.startsWith("Cannot ")
            ? message
            : "Cannot finish %s: %s".formatted(command, message);
    String reason = message(innermost(failure));
    return what.contains(reason) ? what : what + ": " + reason;
  }

  private static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost;
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    if (failure instanceof AuditFailedException) {
      return message;
    }
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    String first = message.strip().lines().findFirst().orElseThrow();
    return failure instanceof Error ? failure.getClass().getSimpleName() + ": " + first : first;
  }
}
