package tributary.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    ContractFields root = new ContractFields(tree(yaml), "", problems);
    root.allow(FIELDS);
    Optional<TableName> table = tableName(root);
    String grain = root.text("grain");
    String comment = root.text("comment");
    List<Column> columns = columns(root);
    List<String> key = root.texts("key");
    expectColumns("key", key);
    List<String> partitioning = root.texts("partitioning");
    partitioning.forEach(this::expectPartitioning);
    List<String> sort = root.texts("sort");
    sort.forEach(this::expectSort);
    Checks checks = checks(root.within("checks"));
    Map<String, String> properties = root.within("properties").textsByName();
    if (!problems.isEmpty()) {
      throw cannotRead(String.join("; ", problems));
    }
    return new TableContract(
        table.orElseThrow(), grain, comment, columns, key, partitioning, sort, checks, properties);
  }

  private JsonNode tree(String yaml) {
    try {
      JsonNode root = YAML.readTree(yaml);
      if (root == null || !root.isObject()) {
        throw cannotRead("it has no fields");
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String what = e.getOriginalMessage().lines().findFirst().orElse("it is not YAML");
      throw new UserError(
          "Cannot read contract %s: line %s: %s".formatted(fileName, line, what), e);
    }
  }

  private Optional<TableName> tableName(ContractFields root) {
    Matcher file = TABLE_FILE.matcher(fileName);
    if (root.has("table")) {
      String text = root.text("table");
      if (!text.matches(NAME + "\\." + NAME)) {
        problems.add("table is '" + text + "', expected namespace.table in lower case");
        return Optional.empty();
      }
      return Optional.of(TableName.of(text));
    }
    if (!file.find()) {
      problems.add("table is missing, and the file is not named namespace/table.yml");
      return Optional.empty();
    }
    return Optional.of(new TableName(file.group(1), file.group(2)));
  }

  private List<Column> columns(ContractFields root) {
    List<ContractFields> items = root.each("columns");
    if (items.isEmpty()) {
      problems.add("columns is missing, expected a list of name, type and comment");
    }
    return items.stream().map(this::column).toList();
  }

  private Column column(ContractFields fields) {
    fields.allow(Set.of("name", "type", "required", "comment", "provenance"));
    String name = fields.text("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      problems.add(
          fields.at() + "name is '" + name + "', expected lower case letters, digits and _");
    }
    if (!name.isEmpty() && !columnNames.add(name)) {
      problems.add(fields.at() + "name is '" + name + "', which another column has");
    }
    String type = fields.text("type");
    if (!type.isEmpty() && ColumnType.parse(type).isEmpty()) {
      problems.add(fields.at() + "type is '" + type + "', expected " + ColumnType.EXPECTED);
    }
    return new Column(
        name, type, fields.flag("required"), fields.text("comment"), fields.flag("provenance"));
  }

  private Checks checks(ContractFields fields) {
    fields.allow(
        Set.of(
            "accepted_values",
            "relationships",
            "rules",
            "matches",
            "tallies",
            "invariants",
            "figures",
            "comparisons"));
    Map<String, List<String>> accepted = fields.within("accepted_values").listsByName();
    expectColumns("checks.accepted_values", accepted.keySet());
    Map<String, String> relationships = fields.within("relationships").textsByName();
    expectColumns("checks.relationships", relationships.keySet());
    relationships.forEach(this::expectRelationship);
    return new Checks(
        accepted,
        relationships,
        fields.each("rules").stream().map(this::rule).toList(),
        fields.each("matches").stream().map(this::match).toList(),
        fields.each("tallies").stream()
            .map(tally -> new TallyReader(tally, problems).read(severity(tally)))
            .toList(),
        fields.each("invariants").stream().map(this::invariant).toList(),
        fields.each("figures").stream().map(this::figure).toList(),
        fields.each("comparisons").stream().flatMap(each -> comparisons(each).stream()).toList());
  }

  private List<Comparison> comparisons(ContractFields fields) {
    if (fields.has("drift")) {
      expectColumns(fields.at() + "drift", fields.texts("drift"));
    }
    return new ComparisonReader(fields, problems).read(severity(fields));
  }

  private RowRule rule(ContractFields fields) {
    fields.allow(Set.of("name", "says", "never", "severity"));
    return new RowRule(
        fields.text("name"), fields.text("says"), fields.text("never"), severity(fields));
  }

  private Match match(ContractFields fields) {
    fields.allow(Set.of("name", "says", "is", "here", "there", "severity"));
    String is = fields.text("is");
    Optional<Match.Kind> kind =
        Stream.of(Match.Kind.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(is))
            .findFirst();
    if (kind.isEmpty()) {
      problems.add(
          "%sis is '%s', expected equal, balanced, covering, within, apart, unique or ranked"
              .formatted(fields.at(), is));
    }
    Match.Kind known = kind.orElse(Match.Kind.EQUAL);
    Match.Side here = side(fields.within("here"));
    if (known.isOfOneSide() && here.by().isEmpty()) {
      problems.add(fields.at() + "here.by is missing");
    }
    return new Match(
        fields.text("name"),
        fields.text("says"),
        known,
        here,
        there(fields, known, here),
        severity(fields));
  }

  private Match.Side there(ContractFields fields, Match.Kind kind, Match.Side here) {
    if (kind.isOfOneSide()) {
      return kind == Match.Kind.RANKED && !here.by().isEmpty() ? here.ranksBefore() : here;
    }
    Match.Side there = side(fields.within("there"));
    if (!here.fits(there)) {
      problems.add(fields.at() + "here and there have not as many keys or sums as each other");
    }
    return there;
  }

  private static Match.Side side(ContractFields fields) {
    fields.allow(Set.of("from", "where", "by", "sums"));
    return new Match.Side(
        fields.text("from", ""),
        fields.text("where", ""),
        fields.texts("by"),
        fields.texts("sums"));
  }

  private Invariant invariant(ContractFields fields) {
    fields.allow(Set.of("name", "says", "sql", "severity"));
    return new Invariant(
        fields.text("name"), fields.text("says"), fields.text("sql"), severity(fields));
  }

  private Figure figure(ContractFields fields) {
    fields.allow(Set.of("name", "says", "measure", "expected", "tolerated", "remedy", "fewest"));
    return new Figure(
        fields.text("name"),
        fields.text("says"),
        fields.text("measure"),
        fields.range("expected"),
        fields.has("tolerated") ? Optional.of(fields.range("tolerated")) : Optional.empty(),
        fields.text("remedy"),
        fields.count("fewest"));
  }

  private Severity severity(ContractFields fields) {
    String severity = fields.text("severity", "error");
    if (!Set.of("error", "warn").contains(severity)) {
      problems.add(fields.at() + "severity is '" + severity + "', expected error or warn");
      return Severity.ERROR;
    }
    return Severity.valueOf(severity.toUpperCase(Locale.ROOT));
  }

  private void expectPartitioning(String text) {
    Partitioning.parse(text)
        .ifPresentOrElse(
            field -> expectColumns("partitioning", List.of(field.column())),
            () ->
                problems.add("partitioning has '" + text + "', expected " + Partitioning.EXPECTED));
  }

  private void expectSort(String text) {
    SortField.parse(text)
        .ifPresentOrElse(
            field -> expectColumns("sort", List.of(field.column())),
            () -> problems.add("sort has '" + text + "', expected a column with asc or desc"));
  }

  private void expectRelationship(String column, String target) {
    if (!target.matches(NAME + "\\." + NAME + "\\." + NAME)) {
      problems.add(
          "checks.relationships.%s is '%s', expected namespace.table.column"
              .formatted(column, target));
    }
  }

  private void expectColumns(String field, Iterable<String> names) {
    for (String name : names) {
      if (!columnNames.contains(name)) {
        problems.add(field + " names '" + name + "', which is not a column");
      }
    }
  }

  private UserError cannotRead(String why) {
    return new UserError("Cannot read contract " + fileName + ": " + why);
  }
}
