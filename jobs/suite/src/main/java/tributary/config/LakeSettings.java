package tributary.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where the lake is.
 *
 * @param directory the embedded lake's directory: catalog database and warehouse; unused when a
 *     catalog URI is given
 * @param catalogUri an external Iceberg REST catalog, when the lake is not the embedded one
 * @param catalogProperties properties handed to the external catalog as they are, secrets among
 *     them; never logged
 */
public record LakeSettings(
    Path directory, Optional<URI> catalogUri, Map<String, String> catalogProperties) {
  public static final Setting<Path> LAKE =
      Setting.of("lake", "DIR", ValueType.path(), "the lake's directory").defaultsTo("lake");
  public static final Setting<URI> CATALOG =
      Setting.of(
          "catalog",
          "URI",
          ValueType.uri(),
          "an Iceberg REST catalog to use instead of the lake in --lake");
  public static final Setting<Map<String, String>> CATALOG_PROPERTY =
      Setting.of(
          "catalog-property",
          "KEY=VALUE",
          ValueType.pairs(),
          "a property for that catalog, such as warehouse or io-impl; may be repeated");
  public static final Setting<String> CATALOG_TOKEN =
      Setting.of("catalog-token", "TOKEN", ValueType.text(), "the bearer token for that catalog")
          .secret();
  public static final Setting<Path> CATALOG_TOKEN_FILE =
      Setting.of(
          "catalog-token-file",
          "FILE",
          ValueType.path(),
          "a file that holds the bearer token for that catalog");

  private static final Pattern SECRET =
      Pattern.compile(".*(token|secret|credential|password|access-key|header\\.auth).*");

  public LakeSettings {
    requireNonNull(directory, "directory is null");
    requireNonNull(catalogUri, "catalogUri is null");
    catalogProperties = Map.copyOf(catalogProperties);
  }

  public static LakeSettings embedded(Path directory) {
    return new LakeSettings(directory, Optional.empty(), Map.of());
  }

  public static List<Setting<?>> settings() {
    return List.of(LAKE, CATALOG, CATALOG_PROPERTY, CATALOG_TOKEN, CATALOG_TOKEN_FILE);
  }

  public static LakeSettings read(SettingsReader reader) {
    Map<String, String> properties = new LinkedHashMap<>(reader.pairs(CATALOG_PROPERTY));
    refuseSecretArguments(reader);
    Optional<String> token =
        reader
            .optional(CATALOG_TOKEN)
            .or(() -> reader.optional(CATALOG_TOKEN_FILE).flatMap(file -> token(file, reader)));
    token.ifPresent(secret -> properties.put("token", secret));
    boolean hasProperties = !properties.isEmpty() || reader.isGiven(CATALOG_TOKEN_FILE);
    if (hasProperties && !reader.isGiven(CATALOG)) {
      reader.problem(
          "Missing --catalog URI: a token or properties for a catalog are set, but no catalog");
    }
    return new LakeSettings(reader.value(LAKE), reader.optional(CATALOG), properties);
  }

  private static void refuseSecretArguments(SettingsReader reader) {
    for (String key : reader.argumentPairs(CATALOG_PROPERTY).keySet()) {
      if (isSecret(key)) {
        reader.problem(
            "Invalid --catalog-property %s: a secret is not given by flag; set %s or write %s.%s in the configuration file"
                .formatted(key, CATALOG_PROPERTY.variable(), CATALOG_PROPERTY.name(), key));
      }
    }
  }

  private static Optional<String> token(Path file, SettingsReader reader) {
    try {
      String token = Files.readString(file).strip();
      if (!token.isEmpty()) {
        return Optional.of(token);
      }
      reader.problem("Cannot read the token file %s: it is empty".formatted(file));
    } catch (IOException e) {
      String reason = Files.exists(file) ? e.getMessage() : "there is no such file";
      reader.problem("Cannot read the token file %s: %s".formatted(file, reason));
    }
    return Optional.empty();
  }

  private static boolean isSecret(String key) {
    return SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches();
  }

  /** Names the catalog's properties and none of their values. */
  @Override
  public String toString() {
    return "LakeSettings[directory=%s, catalogUri=%s, catalogProperties=%s]"
        .formatted(directory, catalogUri, new TreeSet<>(catalogProperties.keySet()));
  }
}
