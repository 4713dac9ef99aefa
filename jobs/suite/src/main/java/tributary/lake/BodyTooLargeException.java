package tributary.lake;

import org.apache.iceberg.exceptions.RESTException;

/** A request brings more than the endpoint takes. */
final class BodyTooLargeException extends RESTException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int limit) {
    super(
        "Cannot take the request: its body is larger than %d bytes; commit in smaller steps",
        limit);
  }
}
