package tributary.input.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column has which role, with how sure that is. */
final class Mapping {
  private final Map<Role, Column> columns = new EnumMap<>(Role.class);
  private final Map<Role, Confidence> confidences = new EnumMap<>(Role.class);
  private final Map<Role, String> evidence = new EnumMap<>(Role.class);
  private final List<Column> types = new ArrayList<>();
  private final List<Finding> leftOut = new ArrayList<>();

  void put(Role role, Column column, Confidence confidence, String why) {
    columns.put(role, column);
    confidences.put(role, confidence);
    evidence.put(role, why);
  }

  void remove(Role role) {
    columns.remove(role);
  }

  /** Says that a column is not used though its name speaks for it. */
  void leaveOut(Column column, String why) {
    leftOut.add(new Finding("not used", column.name(), Confidence.MEDIUM, why));
  }

  List<Finding> leftOut() {
    return leftOut;
  }

  /** A column of types or states of lines; there may be several. */
  void addType(Column column) {
    types.add(column);
  }

  Optional<Column> of(Role role) {
    return Optional.ofNullable(columns.get(role));
  }

  boolean has(Role role) {
    return columns.containsKey(role);
  }

  List<Column> types() {
    return types;
  }

  boolean isTaken(Column column) {
    return columns.containsValue(column) || types.contains(column);
  }

  /** Whether a column has one of these roles. */
  boolean isAny(Column column, List<Role> roles) {
    return roles.stream().anyMatch(role -> columns.get(role) == column);
  }

  Confidence confidence(Role role) {
    return confidences.get(role);
  }

  String evidence(Role role) {
    return evidence.get(role);
  }
}
