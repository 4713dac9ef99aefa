package tributary.input;

import java.math.BigDecimal;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code LINE_AMOUNT(quantity, unitPrice)}: the product of two plain decimals with all their
 * digits, rounded once, half up, to DECIMAL(20, 4); null if one is none or the product does not
 * fit.
 */
public final class LineAmount extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;

  @DataTypeHint(value = "DECIMAL(20, 4)", bridgedTo = DecimalData.class)
  public DecimalData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData quantity,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData unitPrice) {
    if (argument == null) {
      argument = new TextArgument();
    }
    BigDecimal units = argument.set(quantity) ? PlainDecimal.exact(argument) : null;
    BigDecimal price = argument.set(unitPrice) ? PlainDecimal.exact(argument) : null;
    return units == null || price == null
        ? null
        : PlainDecimal.rounded(units.multiply(price), 20, 4);
  }
}
