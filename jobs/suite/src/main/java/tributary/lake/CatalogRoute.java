package tributary.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.RESTResponse;

/**
 * One operation of Iceberg's REST catalog protocol.
 *
 * @param endpoint method and path pattern
 * @param needed what a token must allow
 * @param handler does it; empty for an answer without content
 */
record CatalogRoute(
    Endpoint endpoint, Access needed, Function<CatalogRequest, Optional<RESTResponse>> handler) {

  /** The match of a request to this route; empty when it leads elsewhere. */
  Optional<Match> match(String method, List<String> segments) {
    List<String> pattern =
        List.of(endpoint.path().substring(1).replace("{prefix}/", "").split("/", -1));
    if (!endpoint.httpMethod().equals(method) || pattern.size() != segments.size()) {
      return Optional.empty();
    }
    List<String> variables = new ArrayList<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).startsWith("{")) {
        variables.add(segments.get(i));
      } else if (!pattern.get(i).equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(this, variables));
  }

  /**
   * A route and the variables of the path that led to it.
   *
   * @param route the route
   * @param variables the path's variables, in order, still encoded
   */
  record Match(CatalogRoute route, List<String> variables) {}
}
