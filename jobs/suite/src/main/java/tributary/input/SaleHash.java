package tributary.input;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code SALE_HASH(source, unsplit, quantity, unit_price, amount, sold_at, key, ...)}: 128 bits of
 * what makes a sale the same sale in another file, as {@link HashedTexts} makes them; of a line
 * that could not be split, its text. Figures count by their value (2.50 is 2.5), the time without
 * its offset and without a fraction of zeros.
 */
public final class SaleHash extends ScalarFunction {
  private static final long serialVersionUID = 1L;
  private static final BinaryStringData NO_FRACTION = BinaryStringData.fromString(".000000");
  private static final int LENGTH_TO_SECONDS = "yyyy-MM-dd HH:mm:ss".length();

  private transient HashedTexts hashed;
  private transient NumberText number;
  private transient WallTime wallTime;

  @DataTypeHint("BINARY(16)")
  public byte[] eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData source,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData unsplit,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData quantity,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData unitPrice,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData amount,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData soldAt,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData... keys) {
    if (hashed == null) {
      hashed = new HashedTexts();
      number = new NumberText();
      wallTime = new WallTime();
    }
    hashed.add(source);
    hashed.add(unsplit);
    hashed.add(number.eval(quantity));
    hashed.add(number.eval(unitPrice));
    hashed.add(number.eval(amount));
    hashed.add(time(soldAt));
    for (StringData key : keys) {
      hashed.add(key);
    }
    return hashed.hash();
  }

  private StringData time(StringData soldAt) {
    if (soldAt instanceof BinaryStringData text
        && text.getSizeInBytes() > LENGTH_TO_SECONDS
        && text.contains(NO_FRACTION)) {
      return text.substring(0, LENGTH_TO_SECONDS);
    }
    return wallTime.eval(soldAt);
  }
}
