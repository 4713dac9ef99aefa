package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/** {@code LINE_HASH(text, ...)}: 128 bits of all arguments, as {@link HashedTexts} makes them. */
public final class LineHash extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient HashedTexts hashed;

  @DataTypeHint("BINARY(16)")
  public byte[] eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData... texts) {
    if (hashed == null) {
      hashed = new HashedTexts();
    }
    for (StringData text : texts) {
      hashed.add(text);
    }
    return hashed.hash();
  }
}
