package tributary.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tributary.config.UserError;

/** Reads one contract and reports all its problems together. */
final class ContractReader {
  private static final ObjectMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final Pattern TABLE_FILE =
      Pattern.compile("([^/\\\\]+)[/\\\\]([^/\\\\]+)\\.ya?ml$");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Set<String> FIELDS =
      Set.of(
          "table",
          "grain",
          "comment",
          "columns",
          "key",
          "partitioning",
          "sort",
          "checks",
          "properties");

  private final String fileName;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> columnNames = new HashSet<>();

  ContractReader(String fileName) {
    this.fileName = fileName;
  }

  TableContract read(String yaml) {
    JsonNode root = tree(yaml);
    rejectUnknownFields("", root, FIELDS);
    Optional<TableName> table = tableName(root);
    String grain = requiredText(root, "grain", "grain");
    String comment = optionalText(root, "comment", "");
    List<Column> columns = columns(root.path("columns"));
    List<String> key = knownColumns("key", strings(root, "key", "key"));
    List<String> partitioning = strings(root, "partitioning", "partitioning");
    partitioning.forEach(this::checkPartitioning);
    List<String> sort = strings(root, "sort", "sort");
    sort.forEach(this::checkSort);
    Checks checks = checks(root.path("checks"));
    Map<String, String> properties = textMap(root.path("properties"), "properties");
    if (!problems.isEmpty()) {
      throw new UserError("Cannot read contract " + fileName + ": " + String.join("; ", problems));
    }
    return new TableContract(
        table.orElseThrow(), grain, comment, columns, key, partitioning, sort, checks, properties);
  }

  private JsonNode tree(String yaml) {
    try {
      JsonNode root = YAML.readTree(yaml);
      if (root != null && root.isObject()) {
        return root;
      }
      throw new UserError(
          "Cannot read contract " + fileName + ": expected fields at its top level");
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      String what = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
      throw new UserError("Cannot read contract " + fileName + ": " + where + what, e);
    }
  }

  private Optional<TableName> tableName(JsonNode root) {
    Matcher matcher = TABLE_FILE.matcher(fileName);
    Optional<TableName> fromFile =
        matcher.find()
            ? Optional.of(new TableName(matcher.group(1), matcher.group(2)))
            : Optional.empty();
    if (!root.has("table")) {
      if (fromFile.isEmpty()) {
        problems.add("table is missing, and the file is not named namespace/table.yml");
      }
      return fromFile;
    }
    String text = requiredText(root, "table", "table");
    if (!text.matches(NAME + "\\." + NAME)) {
      problems.add("table is '" + text + "', expected namespace.table in lower case");
      return Optional.empty();
    }
    return Optional.of(TableName.of(text));
  }

  private List<Column> columns(JsonNode node) {
    List<Column> columns = new ArrayList<>();
    if (!node.isArray() || node.isEmpty()) {
      problems.add("columns is missing, expected a list of name, type and comment");
      return columns;
    }
    for (int i = 0; i < node.size(); i++) {
      columns.add(column(node.get(i), "columns[" + i + "]"));
    }
    return columns;
  }

  private Column column(JsonNode node, String at) {
    rejectUnknownFields(at + ".", node, Set.of("name", "type", "required", "comment"));
    String name = requiredText(node, "name", at + ".name");
    String where = name.isEmpty() ? at : at + " (" + name + ")";
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      problems.add(at + ".name is '" + name + "', expected lower case letters, digits and _");
    }
    if (!name.isEmpty() && !columnNames.add(name)) {
      problems.add(at + ".name is '" + name + "', which another column already has");
    }
    String type = requiredText(node, "type", where + ".type");
    if (!type.isEmpty() && ColumnType.parse(type).isEmpty()) {
      problems.add(where + ".type is '" + type + "', expected " + ColumnType.EXPECTED);
    }
    JsonNode required = node.path("required");
    if (!required.isMissingNode() && !required.isBoolean()) {
      problems.add(where + ".required is '" + required.asText() + "', expected true or false");
    }
    String comment = requiredText(node, "comment", where + ".comment");
    return new Column(name, type, required.asBoolean(false), comment);
  }

  private Checks checks(JsonNode node) {
    rejectUnknownFields("checks.", node, Set.of("accepted_values", "relationships", "invariants"));
    Map<String, List<String>> accepted = new LinkedHashMap<>();
    node.path("accepted_values")
        .fieldNames()
        .forEachRemaining(
            column ->
                accepted.put(
                    column,
                    strings(
                        node.path("accepted_values"), column, "checks.accepted_values." + column)));
    knownColumns("checks.accepted_values", accepted.keySet());
    Map<String, String> relationships = textMap(node.path("relationships"), "checks.relationships");
    knownColumns("checks.relationships", relationships.keySet());
    relationships.forEach(this::checkRelationship);
    List<Invariant> invariants = new ArrayList<>();
    JsonNode list = node.path("invariants");
    for (int i = 0; i < list.size(); i++) {
      invariants.add(invariant(list.get(i), "checks.invariants[" + i + "]"));
    }
    return new Checks(accepted, relationships, invariants);
  }

  private Invariant invariant(JsonNode node, String at) {
    rejectUnknownFields(at + ".", node, Set.of("name", "says", "sql", "severity"));
    String severity = optionalText(node, "severity", "error");
    if (!Set.of("error", "warn").contains(severity)) {
      problems.add(at + ".severity is '" + severity + "', expected error or warn");
      severity = "error";
    }
    return new Invariant(
        requiredText(node, "name", at + ".name"),
        requiredText(node, "says", at + ".says"),
        requiredText(node, "sql", at + ".sql"),
        Severity.valueOf(severity.toUpperCase(Locale.ROOT)));
  }

  private void checkPartitioning(String text) {
    Optional<Partitioning> partitioning = Partitioning.parse(text);
    if (partitioning.isEmpty()) {
      problems.add("partitioning has '" + text + "', expected " + Partitioning.EXPECTED);
    }
    partitioning.ifPresent(field -> knownColumns("partitioning", List.of(field.column())));
  }

  private void checkSort(String text) {
    Optional<SortField> sort = SortField.parse(text);
    if (sort.isEmpty()) {
      problems.add("sort has '" + text + "', expected a column with asc or desc");
    }
    sort.ifPresent(field -> knownColumns("sort", List.of(field.column())));
  }

  private void checkRelationship(String column, String target) {
    if (target.split("\\.", -1).length != 3) {
      problems.add(
          "checks.relationships."
              + column
              + " is '"
              + target
              + "', expected namespace.table.column");
    }
  }

  private <T extends Iterable<String>> T knownColumns(String at, T names) {
    for (String name : names) {
      if (!columnNames.contains(name)) {
        problems.add(at + " names '" + name + "', which is not a column");
      }
    }
    return names;
  }

  private void rejectUnknownFields(String at, JsonNode node, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                problems.add(at + field + " is not a field of a contract");
              }
            });
  }

  private String requiredText(JsonNode node, String field, String at) {
    JsonNode text = node.path(field);
    if (!text.isValueNode() || text.isNull() || text.asText().isBlank()) {
      problems.add(at + " is missing");
      return "";
    }
    return text.asText().strip();
  }

  private static String optionalText(JsonNode node, String field, String fallback) {
    JsonNode text = node.path(field);
    return text.isValueNode() && !text.isNull() ? text.asText().strip() : fallback;
  }

  private List<String> strings(JsonNode node, String field, String at) {
    JsonNode list = node.path(field);
    List<String> strings = new ArrayList<>();
    if (!list.isMissingNode() && !list.isArray()) {
      problems.add(at + " is '" + list.asText() + "', expected a list");
    }
    if (list.isArray()) {
      list.forEach(item -> strings.add(item.asText().strip()));
    }
    return strings;
  }

  private Map<String, String> textMap(JsonNode node, String at) {
    Map<String, String> map = new LinkedHashMap<>();
    if (!node.isMissingNode() && !node.isObject()) {
      problems.add(at + " is '" + node.asText() + "', expected fields");
    }
    node.properties().forEach(field -> map.put(field.getKey(), field.getValue().asText()));
    return map;
  }
}
