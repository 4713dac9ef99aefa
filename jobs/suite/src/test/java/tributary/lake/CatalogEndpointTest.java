package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the endpoint bears of clients that send too much, too slowly or without a right to. */
class CatalogEndpointTest {
  private static final int BODY_LIMIT = 100;
  private static final int TIMEOUT_MS = 10_000;
  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private static final String POST = "POST /v1/oauth/tokens HTTP/1.1\r\nHost: lake\r\n";
  private static final String AUTHORIZED = POST + "Authorization: Bearer secret\r\n";

  private final List<Socket> clients = new ArrayList<>();
  private CatalogEndpoint endpoint;

  @BeforeEach
  void start() {
    // None of the requests here gets as far as the catalog.
    JdbcCatalog catalog = new JdbcCatalog(null, null, false);
    Tokens tokens = new Tokens("secret", "other");
    endpoint = CatalogEndpoint.start(catalog, tokens, Access.WRITE, "127.0.0.1", 0, BODY_LIMIT);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    endpoint.close();
  }

  @Test
  void refusesAnUnauthorizedRequestBeforeItsBodyIsThere() throws Exception {
    assertThat(answer(POST + "Content-Length: 99\r\n\r\n{")).startsWith("HTTP/1.1 401 ");
    assertThat(answer(POST + "Content-Length: 999999999999\r\n\r\n{"))
        .startsWith("HTTP/1.1 401 ")
        .contains("invalid token");
  }

  @Test
  void refusesABodyThatIsAnnouncedAsTooLargeBeforeItIsThere() throws Exception {
    assertThat(answer(AUTHORIZED + "Content-Length: 101\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .contains("{\"error\":{\"message\":\"Cannot take the request: its body is larger than 100")
        .contains("\"type\":\"BodyTooLargeException\",\"code\":413}");
    assertThat(answer(AUTHORIZED + "Content-Length: 999999999999\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void refusesABodyInChunksBeforeItsEndWhenItIsTooLarge() throws Exception {
    String chunk = "32\r\n" + "x".repeat(50) + "\r\n";

    assertThat(
            answer(
                AUTHORIZED
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + chunk
                    + chunk
                    + "1\r\nx\r\n1\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void takesBodiesUpToTheLimit() throws Exception {
    String body = "x".repeat(BODY_LIMIT);

    assertThat(answer(AUTHORIZED + "Content-Length: 100\r\n\r\n" + body))
        .startsWith("HTTP/1.1 200 ");
    assertThat(
            answer(
                AUTHORIZED + "Transfer-Encoding: chunked\r\n\r\n64\r\n" + body + "\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesTooMuchSoThatAClientWhichSendsAllOfItFirstLearnsWhy() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.uri().resolve("/v1/oauth/tokens"))
            .header("Authorization", "Bearer secret")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[16 << 20]))
            .build();

    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void answersWhileOtherClientsSendTheirRequestsSlowly() throws Exception {
    for (int i = 0; i < 10; i++) {
      send("GET /v1/con");
      send(AUTHORIZED + "Content-Length: 100\r\n\r\ngrant_");
    }

    assertThat(answer("GET /v1/config HTTP/1.1\r\nAuthorization: Bearer secret\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void limitsTimeAndConnectionsUnlessTheUserDoes() throws Exception {
    assertThat(System.getProperty("sun.net.httpserver.maxReqTime")).isEqualTo("60");
    assertThat(System.getProperty("sun.net.httpserver.maxRspTime")).isEqualTo("3600");
    assertThat(System.getProperty("jdk.httpserver.maxConnections")).isEqualTo("256");

    String previous = System.setProperty("sun.net.httpserver.nodelay", "false");
    try {
      stop();
      start();
      assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("false");
    } finally {
      System.setProperty("sun.net.httpserver.nodelay", previous);
    }
  }

  private Socket send(String request) throws IOException {
    Socket client = new Socket(endpoint.uri().getHost(), endpoint.uri().getPort());
    clients.add(client);
    client.setSoTimeout(TIMEOUT_MS);
    client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  /** The answer to a request of which no more will come; of ASCII only. */
  private String answer(String request) throws IOException {
    InputStream input = send(request).getInputStream();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    do {
      int next = input.read();
      assertThat(next).as("after <%s>", answer).isNotNegative();
      answer.write(next);
    } while (!isWhole(answer.toString(StandardCharsets.UTF_8)));
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static boolean isWhole(String answer) {
    Matcher length = CONTENT_LENGTH.matcher(answer);
    int body = answer.indexOf("\r\n\r\n") + 4;
    return body >= 4
        && length.find()
        && answer.length() == body + Integer.parseInt(length.group(1));
  }
}
