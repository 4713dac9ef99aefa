package tributary.config;

/**
 * A mistake only the user can mend: its message is one clear line that names what could not be
 * done, to what, why, and the remedy. The command line prints it and exits with 2.
 */
public final class UserError extends RuntimeException {
  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
