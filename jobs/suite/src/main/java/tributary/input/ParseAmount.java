package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;

/**
 * {@code PARSE_AMOUNT(text)}: DECIMAL(20, 4), rounded once half up; null if it is none or does not
 * fit.
 */
public final class ParseAmount extends ParseDecimal {
  private static final long serialVersionUID = 1L;

  public ParseAmount() {
    super(20, 4);
  }

  @DataTypeHint(value = "DECIMAL(20, 4)", bridgedTo = DecimalData.class)
  public DecimalData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text) {
    return parse(text);
  }
}
