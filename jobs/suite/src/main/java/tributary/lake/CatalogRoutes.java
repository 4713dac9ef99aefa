package tributary.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.RESTResponse;
import org.apache.iceberg.rest.RESTUtil;
import org.apache.iceberg.rest.auth.OAuth2Properties;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.CreateViewRequest;
import org.apache.iceberg.rest.requests.RegisterTableRequest;
import org.apache.iceberg.rest.requests.RenameTableRequest;
import org.apache.iceberg.rest.requests.UpdateNamespacePropertiesRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.OAuthTokenResponse;

/** Every route of Iceberg's REST catalog protocol that the endpoint serves. */
final class CatalogRoutes {
  private final List<CatalogRoute> routes = new ArrayList<>();
  private final JdbcCatalog catalog;

  CatalogRoutes(JdbcCatalog catalog) {
    this.catalog = catalog;
    answer(Endpoint.create("GET", "/v1/config"), Access.READ, request -> config());
    answer(Endpoint.create("POST", "/v1/oauth/tokens"), Access.READ, this::renewToken);
    addNamespaceRoutes();
    addTableRoutes();
    addViewRoutes();
  }

  /** Where a request leads: a route and the path's variables; empty when nowhere. */
  Optional<CatalogRoute.Match> match(String method, String rawPath) {
    List<String> segments = List.of(rawPath.substring(1).split("/", -1));
    return routes.stream().flatMap(route -> route.match(method, segments).stream()).findFirst();
  }

  private void addNamespaceRoutes() {
    answer(
        Endpoint.V1_LIST_NAMESPACES,
        Access.READ,
        request -> {
          Namespace parent =
              request.parameter("parent").map(RESTUtil::decodeNamespace).orElse(Namespace.empty());
          return CatalogHandlers.listNamespaces(catalog, parent);
        });
    answer(
        Endpoint.V1_LOAD_NAMESPACE,
        Access.READ,
        request -> CatalogHandlers.loadNamespace(catalog, request.namespace()));
    accept(
        Endpoint.V1_NAMESPACE_EXISTS,
        Access.READ,
        request -> CatalogHandlers.namespaceExists(catalog, request.namespace()));
    answer(
        Endpoint.V1_CREATE_NAMESPACE,
        Access.WRITE,
        request ->
            CatalogHandlers.createNamespace(catalog, request.bodyAs(CreateNamespaceRequest.class)));
    answer(
        Endpoint.V1_UPDATE_NAMESPACE,
        Access.WRITE,
        request ->
            CatalogHandlers.updateNamespaceProperties(
                catalog,
                request.namespace(),
                request.bodyAs(UpdateNamespacePropertiesRequest.class)));
    accept(
        Endpoint.V1_DELETE_NAMESPACE,
        Access.WRITE,
        request -> CatalogHandlers.dropNamespace(catalog, request.namespace()));
  }

  private void addTableRoutes() {
    answer(
        Endpoint.V1_LIST_TABLES,
        Access.READ,
        request -> CatalogHandlers.listTables(catalog, request.namespace()));
    answer(
        Endpoint.V1_LOAD_TABLE,
        Access.READ,
        request -> CatalogHandlers.loadTable(catalog, request.identifier()));
    accept(
        Endpoint.V1_TABLE_EXISTS,
        Access.READ,
        request -> CatalogHandlers.tableExists(catalog, request.identifier()));
    answer(Endpoint.V1_CREATE_TABLE, Access.WRITE, this::createTable);
    answer(
        Endpoint.V1_UPDATE_TABLE,
        Access.WRITE,
        request ->
            CatalogHandlers.updateTable(
                catalog, request.identifier(), request.bodyAs(UpdateTableRequest.class)));
    accept(Endpoint.V1_DELETE_TABLE, Access.WRITE, this::dropTable);
    accept(
        Endpoint.V1_RENAME_TABLE,
        Access.WRITE,
        request -> CatalogHandlers.renameTable(catalog, request.bodyAs(RenameTableRequest.class)));
    answer(
        Endpoint.V1_REGISTER_TABLE,
        Access.WRITE,
        request ->
            CatalogHandlers.registerTable(
                catalog, request.namespace(), request.bodyAs(RegisterTableRequest.class)));
  }

  private void addViewRoutes() {
    answer(
        Endpoint.V1_LIST_VIEWS,
        Access.READ,
        request -> CatalogHandlers.listViews(catalog, request.namespace()));
    answer(
        Endpoint.V1_LOAD_VIEW,
        Access.READ,
        request -> CatalogHandlers.loadView(catalog, request.identifier()));
    accept(
        Endpoint.V1_VIEW_EXISTS,
        Access.READ,
        request -> CatalogHandlers.viewExists(catalog, request.identifier()));
    answer(
        Endpoint.V1_CREATE_VIEW,
        Access.WRITE,
        request ->
            CatalogHandlers.createView(
                catalog, request.namespace(), request.bodyAs(CreateViewRequest.class)));
    answer(
        Endpoint.V1_UPDATE_VIEW,
        Access.WRITE,
        request ->
            CatalogHandlers.updateView(
                catalog, request.identifier(), request.bodyAs(UpdateTableRequest.class)));
    accept(
        Endpoint.V1_DELETE_VIEW,
        Access.WRITE,
        request -> CatalogHandlers.dropView(catalog, request.identifier()));
    accept(
        Endpoint.V1_RENAME_VIEW,
        Access.WRITE,
        request -> CatalogHandlers.renameView(catalog, request.bodyAs(RenameTableRequest.class)));
  }

  private RESTResponse config() {
    List<Endpoint> served =
        routes.stream()
            .map(CatalogRoute::endpoint)
            .filter(endpoint -> endpoint.path().contains("{prefix}"))
            .toList();
    return ConfigResponse.builder().withEndpoints(served).build();
  }

  /** Tokens last as long as the endpoint; clients that renew theirs get the same again. */
  private RESTResponse renewToken(CatalogRequest request) {
    return OAuthTokenResponse.builder()
        .withToken(request.token())
        .withTokenType("bearer")
        .withIssuedTokenType(OAuth2Properties.ACCESS_TOKEN_TYPE)
        .build();
  }

  private RESTResponse createTable(CatalogRequest request) {
    CreateTableRequest create = request.bodyAs(CreateTableRequest.class);
    return create.stageCreate()
        ? CatalogHandlers.stageTableCreate(catalog, request.namespace(), create)
        : CatalogHandlers.createTable(catalog, request.namespace(), create);
  }

  private void dropTable(CatalogRequest request) {
    if (request.parameter("purgeRequested").map(Boolean::parseBoolean).orElse(false)) {
      CatalogHandlers.purgeTable(catalog, request.identifier());
      return;
    }
    CatalogHandlers.dropTable(catalog, request.identifier());
  }

  private void answer(
      Endpoint endpoint, Access needed, Function<CatalogRequest, RESTResponse> handler) {
    routes.add(new CatalogRoute(endpoint, needed, request -> Optional.of(handler.apply(request))));
  }

  private void accept(Endpoint endpoint, Access needed, Consumer<CatalogRequest> handler) {
    routes.add(
        new CatalogRoute(
            endpoint,
            needed,
            request -> {
              handler.accept(request);
              return Optional.empty();
            }));
  }
}
