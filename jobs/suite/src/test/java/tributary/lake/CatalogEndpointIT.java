package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;

/** Iceberg's own client, as other engines use it, against the endpoint. */
class CatalogEndpointIT {
  private static final Namespace SHOP = Namespace.of("shop");
  private static final TableIdentifier SALES = TableIdentifier.of(SHOP, "sales");
  private static final TableIdentifier VIEW = TableIdentifier.of(SHOP, "big_sales");
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.optional(1, "id", Types.LongType.get()));

  @TempDir Path directory;
  private Lake lake;
  private RESTCatalog client;

  @BeforeEach
  void open() {
    lake = Lake.openOrCreate(LakeSettings.embedded(directory), "test");
    client = client(lake.endpoint(), lake.token());
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    lake.close();
  }

  @Test
  void servesNamespaces() {
    client.createNamespace(SHOP, new HashMap<>(Map.of("comment", "Our shop")));
    client.setProperties(SHOP, new HashMap<>(Map.of("owner", "us")));
    client.createTable(SALES, SCHEMA);

    assertThat(client.listNamespaces()).containsExactly(SHOP);
    assertThat(client.loadNamespaceMetadata(SHOP))
        .containsEntry("comment", "Our shop")
        .containsEntry("owner", "us");
    assertThatThrownBy(() -> client.createNamespace(SHOP))
        .isInstanceOf(AlreadyExistsException.class);
    assertThatThrownBy(() -> client.dropNamespace(SHOP))
        .isInstanceOf(NamespaceNotEmptyException.class);
    client.dropTable(SALES);
    assertThat(client.dropNamespace(SHOP)).isTrue();
    assertThatThrownBy(() -> client.loadNamespaceMetadata(SHOP))
        .isInstanceOf(NoSuchNamespaceException.class);
  }

  @Test
  void servesTables() {
    client.createNamespace(SHOP);
    Table table = client.createTable(SALES, SCHEMA);
    table.updateSchema().addColumn("note", Types.StringType.get()).commit();
    table.newTransaction().commitTransaction();
    client.renameTable(SALES, TableIdentifier.of(SHOP, "orders"));

    assertThat(table.location()).isEqualTo("file://" + directory + "/warehouse/shop/sales");
    assertThat(client.listTables(SHOP)).containsExactly(TableIdentifier.of(SHOP, "orders"));
    assertThat(client.loadTable(TableIdentifier.of(SHOP, "orders")).schema().columns()).hasSize(2);
    assertThatThrownBy(() -> client.loadTable(SALES)).isInstanceOf(NoSuchTableException.class);
    assertThat(client.tableExists(SALES)).isFalse();
    assertThat(client.dropTable(TableIdentifier.of(SHOP, "orders"), true)).isTrue();
  }

  @Test
  void createsTablesInTransactionsAsOtherEnginesDo() {
    client.createNamespace(SHOP);
    var creation = client.newCreateTableTransaction(SALES, SCHEMA);
    creation.newAppend().commit();
    creation.commitTransaction();

    assertThat(client.loadTable(SALES).currentSnapshot()).isNotNull();
  }

  @Test
  void servesViews() {
    client.createNamespace(SHOP);
    client
        .buildView(VIEW)
        .withSchema(SCHEMA)
        .withDefaultNamespace(SHOP)
        .withQuery("trino", "SELECT id FROM sales WHERE id > 9")
        .create();

    assertThat(client.listViews(SHOP)).containsExactly(VIEW);
    assertThat(client.loadView(VIEW).sqlFor("trino").sql()).contains("id > 9");
    assertThat(client.viewExists(VIEW)).isTrue();
    client.loadView(VIEW).updateProperties().set("comment", "Big ones").commit();
    client.renameView(VIEW, TableIdentifier.of(SHOP, "large_sales"));
    assertThat(client.dropView(TableIdentifier.of(SHOP, "large_sales"))).isTrue();
    assertThatThrownBy(() -> client.loadView(VIEW)).isInstanceOf(NoSuchViewException.class);
  }

  @Test
  void refusesACommitOnAStateThatHasGone() {
    client.createNamespace(SHOP);
    Table first = client.createTable(SALES, SCHEMA);
    Table second = client.loadTable(SALES);
    first.updateSchema().addColumn("note", Types.StringType.get()).commit();

    assertThatThrownBy(
            () -> second.updateSchema().addColumn("remark", Types.StringType.get()).commit())
        .isInstanceOf(CommitFailedException.class);
  }

  @Test
  void refusesAWrongToken() {
    assertThatThrownBy(() -> client(lake.endpoint(), "guess"))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("invalid token");
  }

  @Test
  void refusesChangesWhenOpenForReading() throws Exception {
    client.createNamespace(SHOP);
    client.createTable(SALES, SCHEMA);
    try (Lake reading = Lake.openForReading(LakeSettings.embedded(directory));
        RESTCatalog reader = client(reading.endpoint(), reading.token())) {
      assertThat(reader.loadTable(SALES).schema().columns()).hasSize(1);
      assertThatThrownBy(() -> reader.createNamespace(Namespace.of("other")))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> reader.loadTable(SALES).newAppend().commit())
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> reader.dropTable(SALES)).isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  void renewsATokenWithTheSame() throws Exception {
    HttpResponse<String> response =
        post("/v1/oauth/tokens", "grant_type=urn:ietf:params:oauth:grant-type:token-exchange");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"access_token\":\"" + lake.token() + "\"");
  }

  @Test
  void answersNonsenseInTheProtocolsForm() throws Exception {
    for (String path : List.of("/", "/v1/nowhere", "/v1/namespaces")) {
      HttpResponse<String> response = post(path, "{");

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).startsWith("{\"error\":").doesNotContain(lake.token());
    }
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(lake.endpoint() + path))
            .header("Authorization", "Bearer " + lake.token())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static RESTCatalog client(URI endpoint, String token) {
    RESTCatalog catalog = new RESTCatalog();
    catalog.initialize(
        "client",
        Map.of("uri", endpoint.toString(), "token", token, "io-impl", LocalFileIO.class.getName()));
    return catalog;
  }
}
