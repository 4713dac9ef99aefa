package tributary.app;

import java.util.List;
import org.apache.flink.types.Row;
import tributary.config.SqlSettings;

/** Prints the rows of one result as they come. */
interface ResultWriter {
  /** A row with a value per column. */
  void write(Row row);

  /** Prints what is still held back. */
  void finish();

  /**
   * @param columns the result's columns, in order
   */
  static ResultWriter of(SqlSettings.Format format, List<ResultColumn> columns, Terminal terminal) {
    return switch (format) {
      case TABLE -> new TextTableWriter(columns, terminal);
      case CSV -> new CsvResultWriter(columns, terminal.out());
      case JSON -> new JsonResultWriter(columns, terminal.out());
    };
  }
}
