package tributary.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tributary.config.UserError;
import tributary.segment.ScoringModel;
import tributary.segment.ScoringModel.Placement;

/**
 * A CSV file of customers who are to be placed: one line for each on the output, in the same order.
 * A line that cannot be placed has a problem instead of a segment.
 */
final class CustomersFile {
  private static final String CUSTOMER = "customer_id";
  private static final List<String> HEADER =
      List.of(
          CUSTOMER,
          "segment_id",
          "segment_name",
          "distance",
          "next_segment_name",
          "next_distance",
          "confidence",
          "problem");

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
    if (!Files.isRegularFile(file)) {
      throw new UserError("Cannot read %s: there is no such file".formatted(file));
    }
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file);
        Writer out =
            new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8))) {
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
      return place(reader.iterator(), csv, terminal);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private long place(Iterator<CsvRecord> records, CsvWriter csv, Terminal terminal)
      throws IOException {
    if (!records.hasNext()) {
      throw new UserError("Cannot read %s: it is empty".formatted(file));
    }
    List<Integer> columns = columns(records.next().getFields());
    csv.writeRecord(HEADER);
    long placed = 0;
    long problems = 0;
    while (records.hasNext()) {
      CsvRecord record = records.next();
      String problem = write(record, columns, csv);
      if (problem == null) {
        placed++;
      } else if (problems++ == 0) {
        terminal
            .err()
            .printf(
                "%s, line %d: %s%n", file.getFileName(), record.getStartingLineNumber(), problem);
      }
    }
    csv.flush();
    if (problems > 0) {
      terminal
          .err()
          .printf("%,d lines have a problem instead of a segment; the first is above%n", problems);
    }
    return placed;
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

  /** What is wrong with the line; null when it was placed. */
  private String write(CsvRecord record, List<Integer> columns, CsvWriter csv) {
    String customer = field(record, columns.get(0));
    List<String> values = new ArrayList<>(columns.size() - 1);
    for (int i = 1; i < columns.size(); i++) {
      values.add(field(record, columns.get(i)));
    }
    try {
      Placement placement = model.place(values);
      csv.writeRecord(
          customer,
          placement.segmentId(),
          placement.segmentName(),
          Double.toString(placement.distance()),
          placement.nextSegmentName(),
          placement.nextDistance() == null ? null : placement.nextDistance().toString(),
          Double.toString(placement.confidence()),
          null);
      return null;
    } catch (UserError e) {
      csv.writeRecord(customer, null, null, null, null, null, null, e.getMessage());
      return e.getMessage();
    }
  }

  private static String field(CsvRecord record, int column) {
    return column < record.getFieldCount() ? record.getField(column) : "";
  }
}
