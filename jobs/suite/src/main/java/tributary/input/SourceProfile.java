package tributary.input;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.call;
import static org.apache.flink.table.api.Expressions.lit;
import static org.apache.flink.table.api.Expressions.nullOf;
import static org.apache.flink.table.types.logical.LogicalTypeFamily.TIMESTAMP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import tributary.config.UserError;
import tributary.script.SqlLibrary;

/**
 * What differs between retailers' files, declared in one SQL file: file tables, the first of which
 * holds the transactions, and a {@code SELECT} that maps them to the canonical columns.
 */
public final class SourceProfile {
  /** The view that {@link #register} makes. */
  public static final String INPUT_LINES = "input_lines";

  private final SqlLibrary library;
  private final ProfileFile file;

  private SourceProfile(SqlLibrary library, ProfileFile file) {
    this.library = library;
    this.file = file;
  }

  /**
   * @param nameOrPath a shipped profile's name, or a path that ends in {@code .sql}
   * @throws UserError naming the profile's file and line, when it cannot be used
   */
  public static SourceProfile load(SqlLibrary library, String nameOrPath) {
    SourceProfile profile = new SourceProfile(library, ProfileFile.read(library, nameOrPath));
    TableEnvironment env = ProfileFile.environment();
    profile.register(env, List.of());
    return profile;
  }

  /** The names of the shipped profiles, sorted. */
  public static List<String> names(SqlLibrary library) {
    return ProfileFile.names(library);
  }

  public String name() {
    return file.name();
  }

  /** Whether lines with equal columns are all real, rather than duplicates. */
  public boolean equalLinesAreReal() {
    return file.tables().get(0).options().equalLinesAreReal();
  }

  /**
   * Reads every file that a table of this profile reads, once, before any job does; others are left
   * out.
   *
   * @throws UserError when a file is not whole, misses a column, or when a table has no file
   */
  public List<InspectedFile> inspect(List<InputFile> files) {
    Map<FileTable, List<InputFile>> filesByTable = new HashMap<>();
    for (InputFile input : files) {
      tableOf(input)
          .ifPresent(
              table -> filesByTable.computeIfAbsent(table, t -> new ArrayList<>()).add(input));
    }
    List<InspectedFile> inspected = new ArrayList<>();
    for (FileTable table : file.tables()) {
      List<InputFile> ofTable = filesByTable.getOrDefault(table, List.of());
      if (ofTable.isEmpty()) {
        throw new UserError(
            "Cannot read the input with profile %s: no file named %s is among it (its table %s reads them)"
                .formatted(name(), table.options().files(), table.name()));
      }
      inspected.addAll(inspect(table, ofTable));
    }
    return inspected;
  }

  /** A day without sales has a file without lines, which is well beside others. */
  private List<InspectedFile> inspect(FileTable table, List<InputFile> files) {
    List<InspectedFile> inspected = files.stream().map(file -> inspect(table, file)).toList();
    if (inspected.stream().noneMatch(file -> file.holdsLines(table.options().linesBefore()))) {
      throw new UserError(
          "Cannot read %s: it has a header and no lines".formatted(inspected.get(0).name()));
    }
    return inspected;
  }

  /**
   * The table that reads a file: the first whose pattern fits, one with a pattern of its own first.
   */
  private Optional<FileTable> tableOf(InputFile input) {
    return file.tables().stream()
        .filter(table -> table.options().reads(input.name()))
        .min(
            (left, right) ->
                Boolean.compare(left.options().readsAnyFile(), right.options().readsAnyFile()));
  }

  private InspectedFile inspect(FileTable table, InputFile input) {
    InspectedFile inspected = new FileInspector(table).inspect(input);
    try {
      if (table.options().hasHeader()) {
        Header.places(table.columns(), inspected.columns());
      }
      return inspected;
    } catch (UserError e) {
      String other =
          ProfileSuggestion.of(library, name(), inspected.columns())
              .map("; is the profile %s the one for this file?"::formatted)
              .orElse("");
      throw new UserError(
          "Cannot read %s with profile %s: %s%s"
              .formatted(input.name(), name(), e.getMessage(), other));
    }
  }

  /**
   * Registers the functions, the file tables and the temporary view {@code input_lines}: source,
   * source_file, source_line (BIGINT), raw_line, problem, unmapped_columns, then all canonical
   * columns as STRING, trimmed, blank or absent ones null, and all null where there is a problem.
   * Scan it once in a job: the readers count what they read.
   *
   * @throws UserError naming the profile's file and line, when the mapping cannot be used
   */
  public void register(TableEnvironment env, List<InspectedFile> files) {
    InputFunctions.register(env);
    for (FileTable table : file.tables()) {
      List<InspectedFile> ofTable =
          files.stream().filter(inspected -> inspected.table().equals(table.name())).toList();
      env.createTemporaryTable(table.name(), descriptor(table, ofTable));
    }
    env.createTemporaryView(INPUT_LINES, inputLines(file.mapped(env)));
  }

  private TableDescriptor descriptor(FileTable table, List<InspectedFile> files) {
    Schema.Builder schema = Schema.newBuilder();
    table.columns().forEach(column -> schema.column(column, DataTypes.STRING()));
    if (table.holdsTransactions()) {
      schema.column(LineColumn.NAME, LineColumn.TYPE);
    }
    TableDescriptor.Builder descriptor =
        TableDescriptor.forConnector(RetailFilesFactory.IDENTIFIER).schema(schema.build());
    file.declaredOptions(table).forEach(descriptor::option);
    return descriptor
        .option(RetailFilesFactory.INSPECTED_FILES, InspectedFilesJson.write(files))
        .build();
  }

  private Table inputLines(Table mapped) {
    Map<String, DataType> present = new HashMap<>();
    mapped
        .getResolvedSchema()
        .getColumns()
        .forEach(column -> present.put(column.getName(), column.getDataType()));
    List<ApiExpression> columns = new ArrayList<>();
    columns.add(lit(name()).cast(DataTypes.STRING()).as("source"));
    LineColumn.FIELDS.forEach(field -> columns.add($(LineColumn.NAME).get(field).as(field)));
    ApiExpression problem = $(LineColumn.NAME).get("problem");
    for (String column : CanonicalColumns.NAMES) {
      ApiExpression text =
          present.containsKey(column)
              ? call("CLEAN_COLUMN", problem, text(column, present.get(column)))
              : nullOf(DataTypes.STRING());
      columns.add(text.as(column));
    }
    return mapped.select(columns.toArray(ApiExpression[]::new));
  }

  /** Dates and times of any precision have one text, to the microsecond. */
  private static ApiExpression text(String column, DataType type) {
    LogicalTypeRoot root = type.getLogicalType().getTypeRoot();
    boolean isTime = root == LogicalTypeRoot.DATE || root.getFamilies().contains(TIMESTAMP);
    return isTime
        ? $(column).cast(DataTypes.TIMESTAMP(6)).cast(DataTypes.STRING())
        : $(column).cast(DataTypes.STRING());
  }
}
