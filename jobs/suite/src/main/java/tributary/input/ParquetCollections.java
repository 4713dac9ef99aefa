package tributary.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * Lists and maps of Parquet as JSON arrays and objects, without the groups that Parquet wraps them
 * in (https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#nested-types).
 */
final class ParquetCollections {
  private ParquetCollections() {}

  /** A group's fields; of a list its elements, of a map its values by their keys. */
  static JsonNode simplified(GroupType type, ObjectNode fields) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (type.getFieldCount() != 1 || type.getType(0).getRepetition() != Type.Repetition.REPEATED) {
      return fields;
    }
    Type repeated = type.getType(0);
    JsonNode found = fields.path(repeated.getName());
    if (logical instanceof ListLogicalTypeAnnotation) {
      return list(type, repeated, found);
    }
    boolean isMap =
        logical instanceof MapLogicalTypeAnnotation || logical instanceof MapKeyValueTypeAnnotation;
    return isMap && !repeated.isPrimitive() ? map(repeated.asGroupType(), found) : fields;
  }

  private static ArrayNode list(GroupType type, Type repeated, JsonNode found) {
    boolean isElement =
        repeated.isPrimitive()
            || repeated.asGroupType().getFieldCount() != 1
            || repeated.getName().equals("array")
            || repeated.getName().equals(type.getName() + "_tuple");
    ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    for (JsonNode each : found) {
      elements.add(isElement ? each : each.get(repeated.asGroupType().getFieldName(0)));
    }
    return elements;
  }

  private static ObjectNode map(GroupType entry, JsonNode found) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (JsonNode each : found) {
      JsonNode key = each.get(entry.getFieldName(0));
      JsonNode value = entry.getFieldCount() > 1 ? each.get(entry.getFieldName(1)) : null;
      values.set(key.isTextual() ? key.textValue() : key.toString(), value);
    }
    return values;
  }
}
