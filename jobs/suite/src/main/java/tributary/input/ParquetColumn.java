package tributary.input;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * A column of a Parquet file.
 *
 * @param type as the file declares it, name included
 */
record ParquetColumn(Type type) {
  ParquetColumn {
    requireNonNull(type, "type is null");
  }

  String name() {
    return type.getName();
  }

  /** Whether a row has more than one value of it, or parts. */
  boolean isNested() {
    return !type.isPrimitive() || type.isRepetition(Repetition.REPEATED);
  }

  /** Whether its values have a text that means them, and can be a column of a table. */
  boolean isReadable() {
    return !isNested() && ParquetText.of(type.asPrimitiveType()) != null;
  }

  /** The text of its values: JSON when it is nested, bytes without a meaning in hexadecimal. */
  ParquetText text() {
    if (isNested()) {
      return ParquetBytes::json;
    }
    ParquetText text = ParquetText.of(type.asPrimitiveType());
    return text == null ? ParquetBytes::hex : text;
  }

  /** Whether its text is JSON as it is: a number, a boolean, or nested. */
  boolean isJson() {
    if (isNested()) {
      return true;
    }
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical != null) {
      return logical instanceof DecimalLogicalTypeAnnotation
          || logical instanceof IntLogicalTypeAnnotation
          || logical instanceof Float16LogicalTypeAnnotation;
    }
    return !isBytes();
  }

  /** Whether its bytes are a text; those without a type are, by older writers. */
  boolean isText() {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
        && (logical == null
            || logical instanceof UnknownLogicalTypeAnnotation
            || ParquetText.isText(logical));
  }

  /** Whether its values are kept as bytes, not as numbers. */
  boolean isBytes() {
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> true;
      case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> false;
    };
  }

  /** The same column with one value at most. */
  ParquetColumn single() {
    PrimitiveType declared = type.asPrimitiveType();
    return new ParquetColumn(
        Types.optional(declared.getPrimitiveTypeName())
            .length(declared.getTypeLength())
            .as(type.getLogicalTypeAnnotation())
            .named(name()));
  }

  /** What it holds, for people: a list, or a type of Parquet such as {@code INTERVAL}. */
  String kind() {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (!isNested()) {
      return logical == null ? physicalName() : logical + " as " + physicalName();
    }
    if (type.isPrimitive() || type.isRepetition(Repetition.REPEATED)) {
      return "a list";
    }
    return logical == null
        ? "a struct of " + String.join(", ", names(type.asGroupType()))
        : "a " + logical.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * The same values under another name, of the physical type alone: Avro allows few names, and has
   * no word for much that Parquet's types mean.
   */
  PrimitiveType physical(String otherName) {
    PrimitiveType declared = type.asPrimitiveType();
    return Types.primitive(declared.getPrimitiveTypeName(), type.getRepetition())
        .length(declared.getTypeLength())
        .named(otherName);
  }

  private String physicalName() {
    return type.asPrimitiveType().getPrimitiveTypeName().name();
  }

  private static Iterable<String> names(GroupType group) {
    return group.getFields().stream().map(Type::getName).toList();
  }
}
