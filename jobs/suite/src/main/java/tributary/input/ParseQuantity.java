package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;

/**
 * {@code PARSE_QUANTITY(text)}: DECIMAL(18, 3), rounded once half up; null if it is none or does
 * not fit.
 */
public final class ParseQuantity extends ParseDecimal {
  private static final long serialVersionUID = 1L;

  public ParseQuantity() {
    super(18, 3);
  }

  @DataTypeHint(value = "DECIMAL(18, 3)", bridgedTo = DecimalData.class)
  public DecimalData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    return parse(text);
  }
}
