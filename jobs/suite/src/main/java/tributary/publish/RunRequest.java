package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tributary.config.PublishSettings;

/**
 * What a run is asked to do.
 *
 * @param command the command, as in {@code curate}
 * @param settings its settings without secrets, for the ledger
 * @param codeVersion the version of Tributary
 * @param publishing how what it wrote becomes what everybody reads
 */
public record RunRequest(
    String command,
    SortedMap<String, String> settings,
    String codeVersion,
    PublishSettings publishing) {
  public RunRequest {
    requireNonNull(command, "command is null");
    requireNonNull(codeVersion, "codeVersion is null");
    requireNonNull(publishing, "publishing is null");
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** One that publishes by the contracts' own limits. */
  public RunRequest(String command, Map<String, String> settings, String codeVersion) {
    this(command, new TreeMap<>(settings), codeVersion, PublishSettings.defaults());
  }
}
