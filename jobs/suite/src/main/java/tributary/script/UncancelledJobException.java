package tributary.script;

/** A job that still runs although its command was interrupted; says how to end it. */
public final class UncancelledJobException extends RuntimeException {
  UncancelledJobException(String message) {
    super(message);
  }
}
