package tributary.lake;

/**
 * A branch cannot become the published state: something else was published since it was made, or
 * the branch itself is not what it was.
 */
public final class StateHasMovedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  StateHasMovedException(String message) {
    super(message);
  }
}
