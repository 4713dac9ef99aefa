package tributary.curate;

import static java.util.Objects.requireNonNull;

/**
 * A file to be taken in.
 *
 * @param name below the input directory, unique within one ingest
 * @param sha256 of its bytes, in hexadecimal
 * @param bytes its size
 */
public record FileFacts(String name, String sha256, long bytes) {
  public FileFacts {
    requireNonNull(name, "name is null");
    requireNonNull(sha256, "sha256 is null");
  }
}
