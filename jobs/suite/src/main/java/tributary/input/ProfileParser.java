package tributary.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema.UnresolvedColumn;
import org.apache.flink.table.api.Schema.UnresolvedPhysicalColumn;
import org.apache.flink.table.api.SqlParserException;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.CatalogTable;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ddl.CreateTableOperation;
import org.apache.flink.table.types.AbstractDataType;
import tributary.config.UserError;
import tributary.script.Script;
import tributary.script.Script.Statement;

/**
 * Takes a profile's SQL file apart, and says where it is wrong.
 *
 * @param name of the profile
 * @param file the SQL file, for messages
 */
record ProfileParser(String name, String file) {
  private static final Pattern POSITION =
      Pattern.compile("(?:at|[Ff]rom) line (\\d+), column \\d+");

  ProfileFile parse(String text) {
    TableEnvironmentInternal env = (TableEnvironmentInternal) ProfileFile.environment();
    Set<String> names = new HashSet<>();
    List<ProfilePart> parts = new ArrayList<>();
    List<FileTable> tables = new ArrayList<>();
    Map<String, Map<String, String>> declared = new HashMap<>();
    for (Statement statement : statements(text)) {
      if (isSelect(statement) && !tables.isEmpty()) {
        parts.add(new ProfilePart(tables, declared, statement));
        tables.clear();
        declared.clear();
        continue;
      }
      CreateTableOperation create = create(env, statement);
      FileTable table = table(create, statement, tables.isEmpty());
      if (!names.add(table.name())) {
        throw cannotUse(statement.line(), "the table %s is declared twice".formatted(table.name()));
      }
      declared.put(table.name(), create.getCatalogTable().getOptions());
      tables.add(table);
    }
    return new ProfileFile(name, file, parts);
  }

  private List<Statement> statements(String text) {
    List<Statement> statements;
    try {
      statements = Script.parse(file, text).statements();
    } catch (IllegalArgumentException e) {
      throw new UserError("Cannot use source profile " + file + ": " + e.getMessage(), e);
    }
    if (statements.size() < 2) {
      throw cannotUse(1, "expected a CREATE TEMPORARY TABLE and then a SELECT");
    }
    Statement last = statements.get(statements.size() - 1);
    if (!isSelect(last)) {
      throw cannotUse(last.line(), "the last statement is not a SELECT");
    }
    return statements;
  }

  private static boolean isSelect(Statement statement) {
    return statement.text().matches("(?is)(SELECT|WITH)\\b.*");
  }

  private CreateTableOperation create(TableEnvironmentInternal env, Statement statement) {
    List<Operation> operations =
        understood(statement, () -> env.getParser().parse(statement.text()));
    if (operations.get(0) instanceof CreateTableOperation create && create.isTemporary()) {
      return create;
    }
    throw cannotUse(
        statement.line(), "expected CREATE TEMPORARY TABLE, and a SELECT after its tables");
  }

  private FileTable table(CreateTableOperation create, Statement statement, boolean isFirst) {
    CatalogTable table = create.getCatalogTable();
    String tableName = create.getTableIdentifier().getObjectName();
    List<String> columns = new ArrayList<>();
    for (UnresolvedColumn column : table.getUnresolvedSchema().getColumns()) {
      columns.add(column(column, statement));
    }
    String connector = table.getOptions().get("connector");
    if (!RetailFilesFactory.IDENTIFIER.equals(connector)) {
      throw cannotUse(
          statement.line(),
          "the table %s needs 'connector' = '%s'"
              .formatted(tableName, RetailFilesFactory.IDENTIFIER));
    }
    try {
      return new FileTable(tableName, columns, FileTableOptions.parse(table.getOptions()), isFirst);
    } catch (UserError e) {
      throw cannotUse(statement.line(), e.getMessage());
    }
  }

  private String column(UnresolvedColumn column, Statement statement) {
    AbstractDataType<?> type =
        column instanceof UnresolvedPhysicalColumn physical ? physical.getDataType() : null;
    if (!DataTypes.STRING().equals(type)) {
      throw cannotUse(
          statement.line(), "the column %s is not a STRING".formatted(column.getName()));
    }
    if (column.getName().equals(LineColumn.NAME)) {
      throw cannotUse(
          statement.line(),
          "the column name %s is taken; write it in capitals: names of columns are found in any case"
              .formatted(LineColumn.NAME));
    }
    return column.getName();
  }

  <T> T understood(Statement statement, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (SqlParserException | ValidationException | TableException e) {
      StringBuilder messages = new StringBuilder(e.getMessage());
      Throwable cause = e;
      while (cause.getCause() != null && cause.getCause().getMessage() != null) {
        cause = cause.getCause();
        messages.append('\n').append(cause.getMessage());
      }
      String message = cause.getMessage().lines().findFirst().orElse("");
      Matcher position = POSITION.matcher(messages);
      int line = position.find() ? Integer.parseInt(position.group(1)) - 1 : 0;
      throw cannotUse(statement.line() + line, message);
    }
  }

  UserError cannotUse(int line, String why) {
    return new UserError("Cannot use source profile %s: line %s: %s".formatted(file, line, why));
  }
}
