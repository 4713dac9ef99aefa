package tributary.lake;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchIcebergTableException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.RESTException;
import org.apache.iceberg.exceptions.UnprocessableEntityException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.rest.responses.ErrorResponseParser;

/**
 * A failed request in the protocol's form, from which clients raise the same exception again.
 *
 * @param status the HTTP status
 * @param type the exception's simple name
 * @param message the exception's message, and behind it those of its causes: a client sees no more
 */
record CatalogFailure(int status, String type, String message) {
  private static final Map<Class<? extends RuntimeException>, Integer> STATUSES = statuses();

  static CatalogFailure of(RuntimeException failure) {
    int status =
        STATUSES.entrySet().stream()
            .filter(entry -> entry.getKey().isInstance(failure))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(500);
    return new CatalogFailure(status, failure.getClass().getSimpleName(), message(failure));
  }

  private static String message(Throwable failure) {
    StringBuilder message = new StringBuilder(reason(failure));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      String reason = reason(cause);
      if (message.indexOf(reason) < 0) {
        message.append(": ").append(reason);
      }
    }
    return message.toString();
  }

  /** Of a file that cannot be had, the message is often its path alone. */
  private static String reason(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return name + ": " + file.getFile();
    }
    return Optional.ofNullable(failure.getMessage()).orElse(name);
  }

  byte[] json() {
    ErrorResponse response =
        ErrorResponse.builder().responseCode(status).withType(type).withMessage(message).build();
    return ErrorResponseParser.toJson(response).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<Class<? extends RuntimeException>, Integer> statuses() {
    Map<Class<? extends RuntimeException>, Integer> statuses = new LinkedHashMap<>();
    statuses.put(NotAuthorizedException.class, 401);
    statuses.put(ForbiddenException.class, 403);
    statuses.put(NoSuchNamespaceException.class, 404);
    statuses.put(NoSuchTableException.class, 404);
    statuses.put(NoSuchViewException.class, 404);
    statuses.put(NoSuchIcebergTableException.class, 404);
    statuses.put(AlreadyExistsException.class, 409);
    statuses.put(CommitFailedException.class, 409);
    statuses.put(NamespaceNotEmptyException.class, 409);
    statuses.put(UnprocessableEntityException.class, 422);
    statuses.put(UnsupportedOperationException.class, 406);
    statuses.put(BodyTooLargeException.class, 413);
    statuses.put(ValidationException.class, 400);
    statuses.put(IllegalArgumentException.class, 400);
    statuses.put(RESTException.class, 400);
    return statuses;
  }
}
