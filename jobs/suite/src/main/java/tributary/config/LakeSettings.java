package tributary.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
  public LakeSettings {
    requireNonNull(directory, "directory is null");
    requireNonNull(catalogUri, "catalogUri is null");
    catalogProperties = Map.copyOf(catalogProperties);
  }

  public static LakeSettings embedded(Path directory) {
    return new LakeSettings(directory, Optional.empty(), Map.of());
  }
}
