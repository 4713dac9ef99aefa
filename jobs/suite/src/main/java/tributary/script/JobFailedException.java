package tributary.script;

import java.util.Optional;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.SerializedThrowable;
import tributary.config.UserError;

/** A statement or job that did not succeed; the message carries the innermost reason. */
public final class JobFailedException extends RuntimeException {
  JobFailedException(String what, Throwable cause) {
    super("Cannot run %s: %s".formatted(what, reason(cause)), cause);
  }

  /** The user's mistake that made the job fail, if one did; else the failure. */
  static RuntimeException of(String what, Throwable cause) {
    Optional<UserError> mistake = ExceptionUtils.findThrowable(cause, UserError.class);
    if (mistake.isPresent()) {
      return mistake.get();
    }
    Optional<UserError> serialized =
        ExceptionUtils.findSerializedThrowable(
            cause, UserError.class, JobFailedException.class.getClassLoader());
    return serialized.isPresent() ? serialized.get() : new JobFailedException(what, cause);
  }

  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return innermost instanceof SerializedThrowable || message != null
        ? String.valueOf(message)
        : innermost.getClass().getSimpleName();
  }
}
