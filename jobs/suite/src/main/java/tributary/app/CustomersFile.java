package tributary.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.flink.types.Row;
import tributary.config.UserError;
import tributary.segment.ScoringModel;
import tributary.segment.ScoringModel.Placement;

/**
 * A CSV file of customers who are to be placed: one line for each on the output, in the same order.
 * A line that cannot be placed has a problem instead of a segment.
 */
final class CustomersFile {
  private static final String CUSTOMER = "customer_id";
  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn(CUSTOMER, false),
          new ResultColumn("segment_id", false),
          new ResultColumn("segment_name", false),
          new ResultColumn("distance", true),
          new ResultColumn("next_segment_name", false),
          new ResultColumn("next_distance", true),
          new ResultColumn("confidence", true),
          new ResultColumn("problem", false));

  private final Path file;
  private final ScoringModel model;

  CustomersFile(Path file, ScoringModel model) {
    this.file = file;
    this.model = model;
  }

  /**
   * Writes where each customer belongs.
   *
   * @return how many lines were placed
   * @throws UserError when the file cannot be read, or lacks a column
   */
  long place(Terminal terminal) {
    try (CsvReader<CsvRecord> reader = CsvFile.open(file)) {
      return place(reader.iterator(), terminal);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private long place(Iterator<CsvRecord> records, Terminal terminal) {
    if (!records.hasNext()) {
      throw new UserError("Cannot read %s: it is empty".formatted(file));
    }
    List<Integer> columns = columns(records.next().getFields());
    CsvResultWriter placements = new CsvResultWriter(COLUMNS, terminal.out());
    long placed = 0;
    long problems = 0;
    while (records.hasNext()) {
      CsvRecord record = records.next();
      String customer = field(record, columns.get(0));
      try {
        placements.write(row(customer, model.place(values(record, columns))));
        placed++;
      } catch (UserError e) {
        placements.write(Row.of(customer, null, null, null, null, null, null, e.getMessage()));
        if (problems++ == 0) {
          tell(record, e, terminal);
        }
      }
    }
    placements.finish();
    if (problems > 0) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%,d lines have a problem instead of a segment; the first is above%n",
              problems);
    }
    return placed;
  }

  private void tell(CsvRecord record, UserError problem, Terminal terminal) {
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%s, line %d: %s%n",
            file.getFileName(),
            record.getStartingLineNumber(),
            problem.getMessage());
  }

  /** Where the customer and then each feature stands. */
  private List<Integer> columns(List<String> header) {
    List<String> names = header.stream().map(String::strip).toList();
    List<String> wanted = new ArrayList<>(List.of(CUSTOMER));
    wanted.addAll(model.features());
    List<String> missing = wanted.stream().filter(name -> !names.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new UserError(
          "Cannot read %s: its header lacks %s; it has %s"
              .formatted(file, String.join(", ", missing), String.join(", ", names)));
    }
    return wanted.stream().map(names::indexOf).toList();
  }

  private static List<String> values(CsvRecord record, List<Integer> columns) {
    return columns.stream().skip(1).map(column -> field(record, column)).toList();
  }

  private static Row row(String customer, Placement placement) {
    return Row.of(
        customer,
        placement.segmentId(),
        placement.segmentName(),
        placement.distance(),
        placement.nextSegmentName(),
        placement.nextDistance(),
        placement.confidence(),
        null);
  }

  private static String field(CsvRecord record, int column) {
    return column < record.getFieldCount() ? record.getField(column) : "";
  }
}
