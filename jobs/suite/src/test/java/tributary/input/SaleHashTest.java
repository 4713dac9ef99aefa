package tributary.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.Test;

class SaleHashTest {
  private final SaleHash saleHash = new SaleHash();
  private final LineHash lineHash = new LineHash();

  @Test
  void isTheLineHashOfCanonicalFiguresAndTimeAsLandedRowsHoldIt() {
    assertArrayEquals(
        lineHash.eval(texts("till", null, "-2", "2.5", null, "2011-12-08 09:00:00", null, "A1")),
        hash("till", null, " -2.00", "2.50", "", "2011-12-08 09:00:00.000000+02:00", null, "A1"));
    assertArrayEquals(
        hash("till", null, "1", "2", null, "2011-12-08 09:00:00.500000", null, "A1"),
        hash("till", null, "1", "2", null, "2011-12-08 09:00:00.500000+02:00", null, "A1"));
  }

  @Test
  void differsByEveryArgument() {
    String[] sale = {"till", null, "1", "2.5", "2.5", "2011-12-08 09:00:00", null, "S1", "A1", "P"};
    for (int changed = 0; changed < sale.length; changed++) {
      String[] other = sale.clone();
      other[changed] = "9";
      assertFalse(Arrays.equals(hash(sale), hash(other)), "argument " + changed);
    }
  }

  private byte[] hash(String... arguments) {
    StringData[] texts = texts(arguments);
    return saleHash.eval(
        texts[0],
        texts[1],
        texts[2],
        texts[3],
        texts[4],
        texts[5],
        Arrays.copyOfRange(texts, 6, texts.length));
  }

  private static StringData[] texts(String... arguments) {
    return Arrays.stream(arguments).map(StringData::fromString).toArray(StringData[]::new);
  }
}
