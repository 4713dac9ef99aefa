package tributary.lake;

/** A branch cannot become the published state: something else was published since it was made. */
public final class MainHasMovedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  MainHasMovedException(String message) {
    super(message);
  }
}
