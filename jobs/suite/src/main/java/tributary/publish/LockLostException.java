package tributary.publish;

/** A run was suspended for so long that another process took over the lake. */
final class LockLostException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  LockLostException(String message) {
    super(message);
  }
}
