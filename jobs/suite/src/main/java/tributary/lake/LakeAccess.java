package tributary.lake;

import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.exceptions.RESTException;
import tributary.config.LakeSettings;
import tributary.config.UserError;

/** How this process reaches a lake: whose endpoint, with which token, and what to close after. */
final class LakeAccess implements AutoCloseable {
  private static final String SERVE_COMMAND = "catalog serve";
  private static final String LOCALHOST = "127.0.0.1";
  private static final String CATALOG_NAME = "lake";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final URI uri;
  private final Tokens tokens;
  private final Function<String, RestCatalogLoader> loaders;
  private final LakeResources resources;
  private final Catalog catalog;

  private LakeAccess(
      URI uri,
      Tokens tokens,
      Function<String, RestCatalogLoader> loaders,
      LakeResources resources) {
    this.uri = uri;
    this.tokens = tokens;
    this.loaders = loaders;
    this.resources = resources;
    try {
      this.catalog = loaders.apply(CATALOG_NAME).loadCatalog();
    } catch (RuntimeException e) {
      resources.close();
      throw e;
    }
    if (catalog instanceof Closeable closeable) {
      resources.add(closeable);
    }
  }

  static LakeAccess forWriting(LakeSettings settings, String command) {
    if (settings.catalogUri().isPresent()) {
      return external(settings, settings.catalogUri().get());
    }
    Path directory = absolute(settings);
    return patiently(directory, Owner::serves, () -> tryWriting(directory, command));
  }

  static LakeAccess forReading(LakeSettings settings) {
    if (settings.catalogUri().isPresent()) {
      return external(settings, settings.catalogUri().get());
    }
    Path directory = absolute(settings);
    Optional<ServedEndpoint> served = ServedEndpoint.find(directory);
    if (served.isPresent()) {
      return through(served.get(), Access.READ);
    }
    requireLake(settings);
    Tokens tokens = Tokens.random();
    EmbeddedCatalog embedded = EmbeddedCatalog.openForReading(directory, tokens);
    return through(embedded.endpoint().uri(), tokens, Access.READ, LakeResources.of(embedded));
  }

  /**
   * Checks that there is something to open.
   *
   * @throws UserError when no lake is where the settings say; a catalog elsewhere always is
   */
  static void requireLake(LakeSettings settings) {
    Path directory = absolute(settings);
    if (settings.catalogUri().isEmpty() && !EmbeddedCatalog.existsIn(directory)) {
      throw new UserError(
          "Cannot open lake %s: there is no lake; fill one first, or name its directory"
              .formatted(directory));
    }
  }

  static LakeAccess serving(LakeSettings settings, String bindAddress, int port) {
    if (settings.catalogUri().isPresent()) {
      throw new UserError(
          "Cannot serve catalog %s: it is served already; connect engines to it"
              .formatted(settings.catalogUri().get()));
    }
    Path directory = absolute(settings);
    LakeOwnership ownership =
        patiently(
            directory,
            owner -> false,
            () -> LakeOwnership.tryAcquire(directory, SERVE_COMMAND, true));
    Tokens tokens = Tokens.kept(directory);
    LakeAccess access =
        owning(
            ownership,
            tokens,
            () -> EmbeddedCatalog.openForWriting(directory, tokens, bindAddress, port));
    try {
      ServedEndpoint.publish(directory, new ServedEndpoint(access.uri().toString(), tokens));
    } catch (RuntimeException e) {
      access.close();
      throw e;
    }
    return access;
  }

  URI uri() {
    return uri;
  }

  /** The token with this access's own rights, and the one that only reads. */
  Tokens tokens() {
    return tokens;
  }

  /** Whether this process owns the embedded lake alone, so that no other one can be writing. */
  boolean isExclusive() {
    return resources.ownership().map(owned -> !owned.serves()).orElse(false);
  }

  Catalog catalog() {
    return catalog;
  }

  RestCatalogLoader loader(String catalogName) {
    return loaders.apply(catalogName);
  }

  @Override
  public void close() {
    resources.close();
  }

  /**
   * Tries until it succeeds, for some seconds: an owner may be starting or ending, or a reader be
   * looking whether there is one. It gives up at once on an owner that will not let it in.
   */
  private static <T> T patiently(
      Path directory, Predicate<Owner> letsIn, Supplier<Optional<T>> attempt) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    Optional<T> result = attempt.get();
    while (result.isEmpty()) {
      Optional<Owner> owner = LakeOwnership.owner(directory).filter(Owner::isAlive);
      boolean mayLetIn = owner.map(letsIn::test).orElse(true);
      if (!mayLetIn || System.nanoTime() > deadline) {
        throw owned(directory, owner);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      result = attempt.get();
    }
    return result.get();
  }

  private static Optional<LakeAccess> tryWriting(Path directory, String command) {
    Optional<LakeOwnership> ownership = LakeOwnership.tryAcquire(directory, command, false);
    if (ownership.isEmpty()) {
      return ServedEndpoint.find(directory).map(served -> through(served, Access.WRITE));
    }
    Tokens tokens = Tokens.random();
    return Optional.of(
        owning(
            ownership.get(),
            tokens,
            () -> EmbeddedCatalog.openForWriting(directory, tokens, LOCALHOST, 0)));
  }

  private static LakeAccess external(LakeSettings settings, URI uri) {
    String token = settings.catalogProperties().getOrDefault("token", "");
    try {
      return new LakeAccess(
          uri,
          new Tokens(token, token),
          name -> RestCatalogLoader.ofCatalog(name, uri, settings.catalogProperties()),
          new LakeResources());
    } catch (RESTException e) {
      throw new UserError(
          "Cannot open catalog %s: %s; check its address and credentials"
              .formatted(uri, e.getMessage()),
          e);
    }
  }

  private static LakeAccess owning(
      LakeOwnership ownership, Tokens tokens, Supplier<EmbeddedCatalog> opener) {
    LakeResources resources = LakeResources.of(ownership);
    EmbeddedCatalog embedded;
    try {
      embedded = opener.get();
    } catch (RuntimeException e) {
      resources.close();
      throw e;
    }
    resources.add(embedded);
    return through(embedded.endpoint().uri(), tokens, Access.WRITE, resources);
  }

  private static LakeAccess through(ServedEndpoint served, Access access) {
    return through(served.uri(), served.tokens(), access, new LakeResources());
  }

  private static LakeAccess through(
      URI uri, Tokens tokens, Access access, LakeResources resources) {
    String token = access == Access.WRITE ? tokens.write() : tokens.read();
    return new LakeAccess(
        uri,
        new Tokens(token, tokens.read()),
        name -> RestCatalogLoader.ofEndpoint(name, uri, token),
        resources);
  }

  private static UserError owned(Path directory, Optional<Owner> owner) {
    String who =
        owner
            .map(
                present ->
                    "'%s' (process %s, since %s)"
                        .formatted(present.command(), present.pid(), present.since()))
            .orElse("another command");
    return new UserError(
        "Cannot open lake %s for writing: %s is writing to it; wait until it ends, or stop it"
            .formatted(directory, who));
  }

  private static Path absolute(LakeSettings settings) {
    return settings.directory().toAbsolutePath().normalize();
  }
}
