package tributary.lake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.RESTUtil;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One request to the endpoint, after routing.
 *
 * @param variables what the path names, in order: a namespace, then a table or view; still encoded
 * @param query the query's parameters
 * @param body the request's body, empty when it has none
 * @param token the bearer's token
 * @param json reads the body
 */
record CatalogRequest(
    List<String> variables,
    Map<String, String> query,
    byte[] body,
    String token,
    ObjectMapper json) {

  Namespace namespace() {
    return RESTUtil.decodeNamespace(variables.get(0));
  }

  TableIdentifier identifier() {
    return TableIdentifier.of(namespace(), RESTUtil.decodeString(variables.get(1)));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  <T> T bodyAs(Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read the request as " + type.getSimpleName(), e);
    }
  }
}
