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
import java.util.Set;
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
 * holds the input lines, and a {@code SELECT} that maps them to the canonical columns of
 * transactions or of customers. A second part of that kind may follow for the other of the two.
 */
public final class SourceProfile {
  private final SqlLibrary library;
  private final ProfileFile file;
  private final Map<Content, ProfilePart> parts;

  private SourceProfile(SqlLibrary library, ProfileFile file) {
    this.library = library;
    this.file = file;
    TableEnvironment env = ProfileFile.environment();
    registerTables(env, List.of());
    this.parts = file.partsByContent(env);
    registerViews(env);
  }

  /**
   * @param nameOrPath a shipped profile's name, or a path that ends in {@code .sql}
   * @throws UserError naming the profile's file and line, when it cannot be used
   */
  public static SourceProfile load(SqlLibrary library, String nameOrPath) {
    return new SourceProfile(library, ProfileFile.read(library, nameOrPath));
  }

  /** The names of the shipped profiles, sorted. */
  public static List<String> names(SqlLibrary library) {
    return ProfileFile.names(library);
  }

  public String name() {
    return file.name();
  }

  /** What the profile maps files to. */
  public Set<Content> contents() {
    return parts.keySet();
  }

  /** Whether transactions with equal columns are all real, rather than duplicates. */
  public boolean equalLinesAreReal() {
    return parts.containsKey(Content.TRANSACTIONS)
        && parts.get(Content.TRANSACTIONS).input().options().equalLinesAreReal();
  }

  /** The patterns by which it reads the times of transactions, for messages. */
  public String timePatterns() {
    return parts.containsKey(Content.TRANSACTIONS)
        ? String.join(", ", TimePatterns.of(parts.get(Content.TRANSACTIONS).select().text()))
        : "";
  }

  /**
   * The canonical columns that identify a sale, beside its time and figures: two lines that differ
   * in others describe the same sale.
   */
  public List<String> identity() {
    return parts.containsKey(Content.TRANSACTIONS)
        ? parts.get(Content.TRANSACTIONS).input().options().identity()
        : Identity.USUAL;
  }

  /**
   * Reads every file that a table of this profile reads, once, before any job does; others are left
   * out, and so is a part of the profile of which there is no file, when there is one of another.
   *
   * @throws UserError when a file is not whole, misses a column, or when a table has no file
   */
  public List<InspectedFile> inspect(List<InputFile> files) {
    return inspect(files, LeftOutFiles.refusing());
  }

  /**
   * The same, but a file of input lines that cannot be read is left out where another can.
   *
   * @param leftOut takes such files
   */
  public List<InspectedFile> inspect(List<InputFile> files, LeftOutFiles leftOut) {
    return new ProfileInspection(library, name(), parts).inspect(files, leftOut);
  }

  /**
   * Registers the functions, the file tables and a temporary view for each of its {@link
   * #contents}: source, source_file, source_line (BIGINT), raw_line, problem, unmapped_columns,
   * then all canonical columns as STRING, trimmed, blank or absent ones null, and all null where
   * there is a problem. Scan it once in a job: the readers count what they read.
   *
   * @throws UserError naming the profile's file and line, when the mapping cannot be used
   */
  public void register(TableEnvironment env, List<InspectedFile> files) {
    registerTables(env, files);
    registerViews(env);
  }

  private void registerTables(TableEnvironment env, List<InspectedFile> files) {
    InputFunctions.register(env);
    for (ProfilePart part : file.parts()) {
      for (FileTable table : part.tables()) {
        List<InspectedFile> ofTable =
            files.stream().filter(inspected -> inspected.table().equals(table.name())).toList();
        env.createTemporaryTable(
            table.name(), descriptor(table, part.declaredOptions(table), ofTable));
      }
    }
  }

  private void registerViews(TableEnvironment env) {
    parts.forEach(
        (content, part) ->
            env.createTemporaryView(content.view(), inputLines(content, file.mapped(env, part))));
  }

  private static TableDescriptor descriptor(
      FileTable table, Map<String, String> declared, List<InspectedFile> files) {
    Schema.Builder schema = Schema.newBuilder();
    table.columns().forEach(column -> schema.column(column, DataTypes.STRING()));
    if (table.isInput()) {
      schema.column(LineColumn.NAME, LineColumn.TYPE);
    }
    TableDescriptor.Builder descriptor =
        TableDescriptor.forConnector(RetailFilesFactory.IDENTIFIER).schema(schema.build());
    declared.forEach(descriptor::option);
    return descriptor
        .option(RetailFilesFactory.INSPECTED_FILES, InspectedFilesJson.write(files))
        .build();
  }

  private Table inputLines(Content content, Table mapped) {
    Map<String, DataType> present = new HashMap<>();
    mapped
        .getResolvedSchema()
        .getColumns()
        .forEach(column -> present.put(column.getName(), column.getDataType()));
    List<ApiExpression> columns = new ArrayList<>();
    columns.add(lit(name()).cast(DataTypes.STRING()).as("source"));
    LineColumn.FIELDS.forEach(field -> columns.add($(LineColumn.NAME).get(field).as(field)));
    ApiExpression problem = $(LineColumn.NAME).get("problem");
    for (String column : content.columns()) {
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
