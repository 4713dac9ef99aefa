package tributary.lake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.Catalog;
import tributary.config.LakeSettings;
import tributary.config.UserError;

/** How this process reaches a lake: whose endpoint, with which token, and what to close after. */
final class LakeAccess implements AutoCloseable {
  private static final String SERVE_COMMAND = "catalog serve";
  private static final String CATALOG_NAME = "lake";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final URI uri;
  private final String token;
  private final Function<String, RestCatalogLoader> loaders;
  private final Deque<AutoCloseable> resources;
  private final Catalog catalog;

  private LakeAccess(
      URI uri,
      String token,
      Function<String, RestCatalogLoader> loaders,
      Deque<AutoCloseable> resources) {
    this.uri = uri;
    this.token = token;
    this.loaders = loaders;
    this.resources = resources;
    try {
      this.catalog = loaders.apply(CATALOG_NAME).loadCatalog();
    } catch (RuntimeException e) {
      closeAll(resources);
      throw e;
    }
    if (catalog instanceof Closeable closeable) {
      resources.push(closeable);
    }
  }

  static LakeAccess forWriting(LakeSettings settings, String command) {
    if (settings.catalogUri().isPresent()) {
      return external(settings, settings.catalogUri().get());
    }
    Path directory = absolute(settings);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Optional<LakeOwnership> ownership = LakeOwnership.tryAcquire(directory, command, false);
      if (ownership.isPresent()) {
        Tokens tokens = Tokens.random();
        return owning(
            ownership.get(),
            tokens,
            () -> EmbeddedCatalog.openForWriting(directory, tokens, "127.0.0.1", 0));
      }
      Optional<ServedEndpoint> served = ServedEndpoint.find(directory);
      if (served.isPresent()) {
        return through(served.get().uri(), served.get().tokens().write(), new ArrayDeque<>());
      }
      Optional<Owner> owner = LakeOwnership.owner(directory).filter(Owner::isAlive);
      boolean isStarting = owner.map(Owner::serves).orElse(true);
      if (!isStarting || System.nanoTime() > deadline) {
        throw owned(directory, owner);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  static LakeAccess forReading(LakeSettings settings) {
    if (settings.catalogUri().isPresent()) {
      return external(settings, settings.catalogUri().get());
    }
    Path directory = absolute(settings);
    Optional<ServedEndpoint> served = ServedEndpoint.find(directory);
    if (served.isPresent()) {
      return through(served.get().uri(), served.get().tokens().read(), new ArrayDeque<>());
    }
    if (!EmbeddedCatalog.existsIn(directory)) {
      throw new UserError(
          "Cannot open lake %s: there is no lake; fill one first, or name its directory"
              .formatted(directory));
    }
    Tokens tokens = Tokens.random();
    EmbeddedCatalog embedded = EmbeddedCatalog.openForReading(directory, tokens);
    return through(embedded.endpoint().uri(), tokens.read(), stackOf(embedded));
  }

  static LakeAccess serving(LakeSettings settings, String bindAddress, int port) {
    if (settings.catalogUri().isPresent()) {
      throw new UserError(
          "Cannot serve catalog %s: it is served already; connect engines to it"
              .formatted(settings.catalogUri().get()));
    }
    Path directory = absolute(settings);
    LakeOwnership ownership =
        LakeOwnership.tryAcquire(directory, SERVE_COMMAND, true)
            .orElseThrow(() -> owned(directory, LakeOwnership.owner(directory)));
    Tokens tokens = Tokens.kept(directory);
    LakeAccess access =
        owning(
            ownership,
            tokens,
            () -> EmbeddedCatalog.openForWriting(directory, tokens, bindAddress, port));
    ServedEndpoint.publish(directory, new ServedEndpoint(access.uri().toString(), tokens));
    return access;
  }

  URI uri() {
    return uri;
  }

  String token() {
    return token;
  }

  Catalog catalog() {
    return catalog;
  }

  RestCatalogLoader loader(String catalogName) {
    return loaders.apply(catalogName);
  }

  @Override
  public void close() {
    closeAll(resources);
  }

  private static LakeAccess external(LakeSettings settings, URI uri) {
    return new LakeAccess(
        uri,
        settings.catalogProperties().getOrDefault("token", ""),
        name -> RestCatalogLoader.ofCatalog(name, uri, settings.catalogProperties()),
        new ArrayDeque<>());
  }

  private static LakeAccess owning(
      LakeOwnership ownership, Tokens tokens, Supplier<EmbeddedCatalog> opener) {
    Deque<AutoCloseable> resources = stackOf(ownership);
    EmbeddedCatalog embedded;
    try {
      embedded = opener.get();
    } catch (RuntimeException e) {
      closeAll(resources);
      throw e;
    }
    resources.push(embedded);
    return through(embedded.endpoint().uri(), tokens.write(), resources);
  }

  /** Whether this process owns the embedded lake, so that no other one can be writing. */
  boolean isOwner() {
    return resources.stream().anyMatch(LakeOwnership.class::isInstance);
  }

  private static LakeAccess through(URI uri, String token, Deque<AutoCloseable> resources) {
    return new LakeAccess(
        uri, token, name -> RestCatalogLoader.ofEndpoint(name, uri, token), resources);
  }

  private static UserError owned(Path directory, Optional<Owner> owner) {
    String who =
        owner
            .map(
                present ->
                    "'%s' (process %d, since %s)"
                        .formatted(present.command(), present.pid(), present.since()))
            .orElse("another command");
    return new UserError(
        "Cannot open lake %s for writing: %s is writing to it; wait until it ends, or stop it"
            .formatted(directory, who));
  }

  private static Path absolute(LakeSettings settings) {
    return settings.directory().toAbsolutePath().normalize();
  }

  private static Deque<AutoCloseable> stackOf(AutoCloseable resource) {
    Deque<AutoCloseable> resources = new ArrayDeque<>();
    resources.push(resource);
    return resources;
  }

  private static void closeAll(Deque<AutoCloseable> resources) {
    RuntimeException failure = null;
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (IOException e) {
        failure = new UncheckedIOException("Cannot close the lake", e);
      } catch (Exception e) {
        failure = new IllegalStateException("Cannot close the lake", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
