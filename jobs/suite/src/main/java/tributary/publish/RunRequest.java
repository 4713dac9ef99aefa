package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run is asked to do.
 *
 * @param command the command, as in {@code curate}
 * @param settings its settings without secrets, for the ledger
 * @param codeVersion the version of Tributary
 */
public record RunRequest(String command, SortedMap<String, String> settings, String codeVersion) {
  public RunRequest {
    requireNonNull(command, "command is null");
    requireNonNull(codeVersion, "codeVersion is null");
    settings = new TreeMap<>(settings);
  }

  public RunRequest(String command, Map<String, String> settings, String codeVersion) {
    this(command, new TreeMap<>(settings), codeVersion);
  }
}
