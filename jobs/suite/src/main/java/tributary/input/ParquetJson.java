package tributary.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** One nested column's value in the current row as JSON: structs, lists and maps of any depth. */
final class ParquetJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final boolean isRepeated;
  private final Converter converter;
  private ArrayNode found = NODES.arrayNode();

  ParquetJson(Type type) {
    this.isRepeated = type.isRepetition(Repetition.REPEATED);
    this.converter = converter(type, node -> found.add(node));
  }

  Converter converter() {
    return converter;
  }

  void clear() {
    found = NODES.arrayNode();
  }

  /** Null when there is none. */
  String text() {
    if (found.isEmpty()) {
      return null;
    }
    return (isRepeated ? found : found.get(0)).toString();
  }

  private static Converter converter(Type type, Consumer<JsonNode> target) {
    return type.isPrimitive()
        ? new Leaf(new ParquetColumn(type.asPrimitiveType()), target)
        : new Node(type.asGroupType(), target);
  }

  /** A struct, or what lists and maps are made of. */
  private static final class Node extends GroupConverter {
    private final GroupType type;
    private final Consumer<JsonNode> target;
    private final Converter[] children;
    private ObjectNode fields;

    Node(GroupType type, Consumer<JsonNode> target) {
      this.type = type;
      this.target = target;
      this.children = new Converter[type.getFieldCount()];
      for (int i = 0; i < children.length; i++) {
        Type child = type.getType(i);
        String name = child.getName();
        children[i] =
            converter(
                child,
                child.isRepetition(Repetition.REPEATED)
                    ? node -> listed(name).add(node)
                    : node -> fields.set(name, node));
      }
    }

    private ArrayNode listed(String name) {
      return fields.get(name) instanceof ArrayNode list ? list : fields.putArray(name);
    }

    @Override
    public Converter getConverter(int field) {
      return children[field];
    }

    @Override
    public void start() {
      fields = NODES.objectNode();
      type.getFields().stream()
          .filter(field -> !field.isRepetition(Repetition.REPEATED))
          .forEach(field -> fields.putNull(field.getName()));
    }

    @Override
    public void end() {
      target.accept(ParquetCollections.simplified(type, fields));
    }
  }

  /** A single value. */
  private static final class Leaf extends PrimitiveConverter {
    private final ParquetColumn column;
    private final ParquetText text;
    private final Consumer<JsonNode> target;
    private final TextBuffer written = new TextBuffer();

    Leaf(ParquetColumn column, Consumer<JsonNode> target) {
      this.column = column.single();
      this.text = this.column.text();
      this.target = target;
    }

    private void add(Object value) {
      text.write(value, written.clear());
      String shown = written.toString();
      boolean isNumber = column.isJson() && !shown.endsWith("N") && !shown.endsWith("y");
      target.accept(isNumber ? NODES.rawValueNode(new RawValue(shown)) : NODES.textNode(shown));
    }

    @Override
    public void addBinary(Binary value) {
      add(column.isText() ? value : value.toByteBuffer());
    }

    @Override
    public void addBoolean(boolean value) {
      add(value);
    }

    @Override
    public void addDouble(double value) {
      add(value);
    }

    @Override
    public void addFloat(float value) {
      add(value);
    }

    @Override
    public void addInt(int value) {
      add(value);
    }

    @Override
    public void addLong(long value) {
      add(value);
    }
  }
}
