package tributary.lake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.RESTException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTResponse;
import org.apache.iceberg.rest.RESTUtil;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.config.UserError;

/**
 * Iceberg's REST catalog protocol over the one catalog of this process. Writes take turns: SQLite
 * has one writer, and a commit that waits is cheaper than one that fails and starts again.
 */
final class CatalogEndpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogEndpoint.class);
  private static final String BEARER = "Bearer ";

  /** A request occupies a thread from its first byte on, however slowly the others come. */
  private static final int THREADS = 256;

  private static final long IDLE_THREAD_SECONDS = 30;

  /** A commit spends about 1 KiB on a snapshot that it adds, 20 bytes on one that it removes. */
  private static final int BODY_LIMIT = 64 << 20;

  /**
   * What the JDK's server reads once for the process, times in seconds: until a request is there,
   * and from then until it is answered, which includes waiting for other writes and deleting files
   * of a table. With no more connections than threads, none waits for a slow one. Connections that
   * are idle for 30 seconds the server closes by itself.
   */
  private static final Map<String, String> SERVER_PROPERTIES =
      Map.of(
          "sun.net.httpserver.nodelay", "true",
          "sun.net.httpserver.maxReqTime", "60",
          "sun.net.httpserver.maxRspTime", "3600",
          "jdk.httpserver.maxConnections", Integer.toString(THREADS));

  private final HttpServer server;
  private final ExecutorService executor;
  private final CatalogRoutes routes;
  private final Tokens tokens;
  private final Access allowed;
  private final int bodyLimit;
  private final ObjectMapper json = CatalogJson.mapper();
  private final ReentrantLock writing = new ReentrantLock(true);

  private CatalogEndpoint(
      HttpServer server, JdbcCatalog catalog, Tokens tokens, Access allowed, int bodyLimit) {
    this.server = server;
    this.routes = new CatalogRoutes(catalog);
    this.tokens = tokens;
    this.allowed = allowed;
    this.bodyLimit = bodyLimit;
    this.executor =
        new ThreadPoolExecutor(
            0,
            THREADS,
            IDLE_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            daemonThreads());
  }

  /**
   * Starts an endpoint.
   *
   * @param allowed what any token is allowed at most
   * @throws UserError when the address or port cannot be had
   */
  static CatalogEndpoint start(
      JdbcCatalog catalog, Tokens tokens, Access allowed, String bindAddress, int port) {
    return start(catalog, tokens, allowed, bindAddress, port, BODY_LIMIT);
  }

  /** Starts an endpoint that takes bodies of so many bytes at most. */
  static CatalogEndpoint start(
      JdbcCatalog catalog,
      Tokens tokens,
      Access allowed,
      String bindAddress,
      int port,
      int bodyLimit) {
    SERVER_PROPERTIES.forEach(System.getProperties()::putIfAbsent);
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(bindAddress), port);
      CatalogEndpoint endpoint =
          new CatalogEndpoint(HttpServer.create(address, 0), catalog, tokens, allowed, bodyLimit);
      endpoint.start();
      return endpoint;
    } catch (IOException e) {
      throw new UserError(
          "Cannot serve the catalog on %s:%s: %s; choose another address or port"
              .formatted(bindAddress, port, e.getMessage()),
          e);
    }
  }

  URI uri() {
    InetSocketAddress bound = server.getAddress();
    String host =
        bound.getAddress().isAnyLocalAddress() ? "127.0.0.1" : bound.getAddress().getHostAddress();
    String quoted = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + quoted + ":" + bound.getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void start() {
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    // The server's own thread is a daemon only when a daemon starts it.
    Thread starter = new Thread(server::start, "catalog-endpoint-start");
    starter.setDaemon(true);
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot start the catalog endpoint: interrupted", e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        Optional<RESTResponse> response = answer(exchange);
        if (response.isEmpty()) {
          exchange.sendResponseHeaders(204, -1);
          return;
        }
        send(exchange, 200, json.writeValueAsBytes(response.get()));
      } catch (RuntimeException e) {
        CatalogFailure failure = CatalogFailure.of(e);
        if (failure.status() >= 500) {
          LOG.warn("Cannot answer {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        }
        send(exchange, failure.status(), failure.json());
        if (e instanceof BodyTooLargeException) {
          // A client that still sends would see its connection reset, and not the answer.
          exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private Optional<RESTResponse> answer(HttpExchange exchange) throws IOException {
    String token = bearerToken(exchange);
    Access access =
        tokens
            .accessOf(token)
            .orElseThrow(() -> new NotAuthorizedException("Cannot use the catalog: invalid token"));
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getRawPath();
    CatalogRoute.Match match =
        routes
            .match(method, path)
            .orElseThrow(
                () -> new RESTException("Cannot answer %s %s: no such route", method, path));
    CatalogRequest request =
        new CatalogRequest(match.variables(), query(exchange), body(exchange), token, json);
    return match.route().needed() == Access.READ
        ? match.route().handler().apply(request)
        : write(match.route(), access, request);
  }

  private Optional<RESTResponse> write(CatalogRoute route, Access access, CatalogRequest request) {
    if (access == Access.READ || allowed == Access.READ) {
      throw new ForbiddenException("Cannot change the lake: it is open for reading only");
    }
    writing.lock();
    try {
      return route.handler().apply(request);
    } finally {
      writing.unlock();
    }
  }

  private byte[] body(HttpExchange exchange) throws IOException {
    String announced = exchange.getRequestHeaders().getFirst("Content-Length");
    if (announced != null && Long.parseLong(announced) > bodyLimit) {
      throw new BodyTooLargeException(bodyLimit);
    }
    byte[] body = exchange.getRequestBody().readNBytes(bodyLimit + 1);
    if (body.length > bodyLimit) {
      throw new BodyTooLargeException(bodyLimit);
    }
    return body;
  }

  private static String bearerToken(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null || query.isEmpty() ? Map.of() : RESTUtil.decodeFormData(query);
  }

  private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, content.length);
    exchange.getResponseBody().write(content);
  }

  private static ThreadFactory daemonThreads() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "catalog-endpoint-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
