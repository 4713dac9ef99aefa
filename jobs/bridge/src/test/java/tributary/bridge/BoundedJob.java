package tributary.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.iteration.config.IterationOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * One job on a mini cluster, in the way Flink ML is run: streaming mode, bounded input, checkpoints
 * off, results into files.
 */
final class BoundedJob {
  private final Path directory;
  private final StreamExecutionEnvironment environment;
  private final StreamTableEnvironment tables;

  BoundedJob(Path directory, int parallelism) {
    this.directory = directory;
    Configuration settings = new Configuration();
    settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    settings.set(IterationOptions.DATA_CACHE_PATH, cache().toUri().toString());
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
    tables = StreamTableEnvironment.create(environment);
  }

  StreamExecutionEnvironment environment() {
    return environment;
  }

  StreamTableEnvironment tables() {
    return tables;
  }

  /** A bounded table, in the given order. */
  Table table(TypeInformation<Row> type, List<Row> rows) {
    return tables.fromDataStream(environment.fromData(rows, type));
  }

  /** Writes lines into files below the directory of this name. */
  void write(String name, DataStream<String> lines) {
    org.apache.flink.core.fs.Path target =
        new org.apache.flink.core.fs.Path(directory.resolve(name).toUri());
    lines.sinkTo(FileSink.forRowFormat(target, new SimpleStringEncoder<String>()).build());
  }

  /** Writes a table, one line per row. */
  void write(String name, Table table) {
    write(name, tables.toDataStream(table).map(Row::toString).returns(String.class));
  }

  /** Where rows wait for a broadcast variable. */
  Path cache() {
    return directory.resolve("cache");
  }

  /** Runs the job to its end. */
  void run() throws Exception {
    environment.execute();
  }

  /** The lines that were written under a name, sorted. */
  List<String> lines(String name) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(name))) {
      return files
          .filter(Files::isRegularFile)
          .peek(BoundedJob::requireCommitted)
          .flatMap(BoundedJob::read)
          .sorted()
          .toList();
    }
  }

  private static void requireCommitted(Path file) {
    if (file.getFileName().toString().startsWith(".")) {
      throw new IllegalStateException("Cannot read " + file + ": it was never committed");
    }
  }

  private static Stream<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
