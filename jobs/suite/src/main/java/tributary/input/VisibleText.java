package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code VISIBLE_TEXT(text)}: the text with controls and spaces that cannot be seen written as a
 * backslash, {@code u} and four hexadecimal digits.
 */
public final class VisibleText extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    return text == null ? null : StringData.fromString(Spaces.visible(text.toString()));
  }
}
