package tributary.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import tributary.config.UserError;

/**
 * The connector {@code retail-files}: delimited text and Parquet, columns found by name. A {@link
 * SourceProfile} gives it the files to read, in an option of its own.
 */
public final class RetailFilesFactory implements DynamicTableSourceFactory {
  static final String IDENTIFIER = "retail-files";

  /** The files, as JSON; written by profiles, not by users. */
  static final String INSPECTED_FILES = "inspected-files";

  @Override
  public String factoryIdentifier() {
    return IDENTIFIER;
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    return Set.of();
  }

  @Override
  public Set<ConfigOption<?>> optionalOptions() {
    return Set.of();
  }

  /**
   * @throws UserError when an option is not understood, or no profile gave the files
   */
  @Override
  public DynamicTableSource createDynamicTableSource(Context context) {
    Map<String, String> options = new HashMap<>(context.getCatalogTable().getOptions());
    String files = options.remove(INSPECTED_FILES);
    String name = context.getObjectIdentifier().getObjectName();
    if (files == null) {
      throw new UserError(
          "Cannot read table %s: only a source profile can use 'connector' = '%s'"
              .formatted(name, IDENTIFIER));
    }
    List<String> columns = context.getCatalogTable().getResolvedSchema().getColumnNames();
    boolean isInput = columns.contains(LineColumn.NAME);
    FileTable table =
        new FileTable(
            name,
            columns.stream().filter(column -> !column.equals(LineColumn.NAME)).toList(),
            FileTableOptions.parse(options),
            isInput);
    List<FileSection> sections =
        InspectedFilesJson.read(files).stream()
            .flatMap(file -> FileSection.of(file).stream())
            .toList();
    return new RetailFilesSource(table, sections, context.getPhysicalRowDataType());
  }
}
