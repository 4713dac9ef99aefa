package tributary.lake;

import java.nio.charset.StandardCharsets;
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
 * @param message the exception's message
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
    String message =
        Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
    return new CatalogFailure(status, failure.getClass().getSimpleName(), message);
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
    statuses.put(ValidationException.class, 400);
    statuses.put(IllegalArgumentException.class, 400);
    statuses.put(RESTException.class, 400);
    return statuses;
  }
}
