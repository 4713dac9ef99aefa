package tributary.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code UNIT_PRICE(amount, quantity)}: the quotient of two plain decimals with all their digits,
 * rounded once, half up, to DECIMAL(18, 4); null if one is none, the quantity is 0, or the quotient
 * does not fit.
 */
public final class UnitPrice extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;

  @DataTypeHint(value = "DECIMAL(18, 4)", bridgedTo = DecimalData.class)
  public DecimalData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData amount,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData quantity) {
    if (argument == null) {
      argument = new TextArgument();
    }
    BigDecimal total = argument.set(amount) ? PlainDecimal.exact(argument) : null;
    BigDecimal units = argument.set(quantity) ? PlainDecimal.exact(argument) : null;
    return total == null || units == null || units.signum() == 0
        ? null
        : PlainDecimal.rounded(total.divide(units, 4, RoundingMode.HALF_UP), 18, 4);
  }
}
