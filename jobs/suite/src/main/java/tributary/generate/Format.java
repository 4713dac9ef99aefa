package tributary.generate;

import java.util.Locale;

/** The file format of everything that the synthetic retailer writes. */
public enum Format {
  /** UTF-8, comma separated, a header line, lines ending in a line feed. */
  CSV,
  /** Parquet written through Avro, compressed with Zstandard. */
  PARQUET;

  String fileName(String table) {
    return table + "." + name().toLowerCase(Locale.ROOT);
  }
}
