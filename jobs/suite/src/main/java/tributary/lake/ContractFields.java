package tributary.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tributary.config.Range;

/**
 * Some fields of a contract, read with their problems collected.
 *
 * @param node the fields
 * @param at where they stand, as in {@code checks.}
 * @param problems collects what is wrong, each naming its field
 */
record ContractFields(JsonNode node, String at, List<String> problems) {

  ContractFields within(String field) {
    JsonNode child = node.path(field);
    if (!child.isMissingNode() && !child.isNull() && !child.isObject()) {
      problems.add(at + field + " is '" + child.asText() + "', expected fields");
    }
    return new ContractFields(child, at + field + ".", problems);
  }

  /** The items of a list of fields. */
  List<ContractFields> each(String field) {
    List<ContractFields> items = new ArrayList<>();
    for (JsonNode item : list(field)) {
      String itemAt = at + field + "[" + items.size() + "]";
      if (!item.isObject()) {
        problems.add(itemAt + " is '" + item.asText() + "', expected fields");
      }
      items.add(new ContractFields(item, itemAt + ".", problems));
    }
    return items;
  }

  void allow(Set<String> known) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        problems.add(at + name + " is not a field of a contract");
      }
    }
  }

  boolean has(String field) {
    return node.has(field);
  }

  /** A text that must be there; empty when it is not, which is then a problem. */
  String text(String field) {
    String text = text(field, "");
    if (text.isEmpty()) {
      problems.add(at + field + " is missing");
    }
    return text;
  }

  String text(String field, String fallback) {
    JsonNode text = node.path(field);
    return text.isValueNode() && !text.isNull() ? text.asText().strip() : fallback;
  }

  Range range(String field) {
    String text = text(field);
    try {
      return Range.parse(text);
    } catch (IllegalArgumentException e) {
      problems.add("%s%s is '%s', expected %s".formatted(at, field, text, Range.EXPECTED));
      return new Range(0, 0);
    }
  }

  /** A number of rows; 0 where none is given. */
  long count(String field) {
    if (!has(field)) {
      return 0;
    }
    String text = text(field, "");
    if (!text.matches("[0-9]{1,18}")) {
      problems.add("%s%s is '%s', expected a number of rows".formatted(at, field, text));
      return 0;
    }
    return Long.parseLong(text);
  }

  boolean flag(String field) {
    JsonNode flag = node.path(field);
    if (!flag.isMissingNode() && !flag.isBoolean()) {
      problems.add(at + field + " is '" + flag.asText() + "', expected true or false");
    }
    return flag.asBoolean(false);
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(field)) {
      if (!item.isValueNode()) {
        problems.add(at + field + " has something that is not a text");
      }
      texts.add(item.asText().strip());
    }
    return texts;
  }

  Map<String, String> textsByName() {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  Map<String, List<String>> listsByName() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    node.properties().forEach(field -> lists.put(field.getKey(), texts(field.getKey())));
    return lists;
  }

  private JsonNode list(String field) {
    JsonNode list = node.path(field);
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      problems.add(at + field + " is '" + list.asText() + "', expected a list");
    }
    return list.isArray() ? list : list.path(0);
  }
}
