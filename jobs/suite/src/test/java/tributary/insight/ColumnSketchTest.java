package tributary.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class ColumnSketchTest {
  @Test
  void givesTheMomentsAndQuantilesOfNumbers() {
    // Mean 5, squares of distances 9, 1, 1, 1, 0, 0, 4, 16: a textbook's example.
    Row row = numbers(2, 4, 4, 4, 5, 5, 7, 9).row();

    assertThat(row.getField("mean")).isEqualTo(5.0);
    assertThat(row.getField("standard_deviation")).isEqualTo(2.0);
    // Third powers sum to 42, fourth to 356.
    assertThat((Double) row.getField("skewness")).isCloseTo(42.0 / 8 / 8, within(1e-12));
    assertThat((Double) row.getField("kurtosis")).isCloseTo(356.0 / 8 / 16 - 3, within(1e-12));
    assertThat(row.getField("p01")).isEqualTo(2.0);
    assertThat(row.getField("p25")).isEqualTo(4.0);
    assertThat(row.getField("p50")).isEqualTo(4.0);
    assertThat(row.getField("p75")).isEqualTo(5.0);
    assertThat(row.getField("p99")).isEqualTo(9.0);
    assertThat(row.getField("distinct_values")).isEqualTo(5L);
    assertThat(row.getField("minimum")).isEqualTo("2");
    assertThat(row.getField("maximum")).isEqualTo("9");
  }

  @Test
  void givesNoShapeToNumbersThatAreAllEqual() {
    Row row = numbers(0.1, 0.1, 0.1).row();

    assertThat(row.getField("mean")).isEqualTo(0.1);
    assertThat(row.getField("standard_deviation")).isEqualTo(0.0);
    assertThat(row.getField("skewness")).isNull();
    assertThat(row.getField("kurtosis")).isNull();
  }

  @Test
  void countsWhatIsMissing() {
    ColumnSketch sketch = new ColumnSketch("curated.sales", "store", "text");
    for (String store : new String[] {null, "north", null, "south", "north"}) {
      sketch.add(GenericRowData.of(store == null ? null : StringData.fromString(store)), 0);
    }

    Row row = sketch.row();
    assertThat(row.getField("column_rows")).isEqualTo(5L);
    assertThat(row.getField("missing_share")).isEqualTo(0.4);
    assertThat(row.getField("distinct_values")).isEqualTo(2L);
    assertThat(row.getField("minimum")).isEqualTo("north");
    assertThat(row.getField("mean")).isNull();
  }

  @Test
  void isEmptyWithoutRows() {
    Row row = new ColumnSketch("curated.sales", "amount", ColumnSketch.NUMBER).row();

    assertThat(row.getField("missing_share")).isEqualTo(0.0);
    assertThat(row.getField("distinct_values")).isEqualTo(0L);
    assertThat(row.getField("minimum")).isNull();
  }

  @Test
  void isTheSameHoweverTheRowsAreDividedAndOrdered() {
    double[] all = new Random(1).doubles(5_000).map(number -> Math.floor(number * 900)).toArray();
    ColumnSketch together = numbers(all);
    ColumnSketch merged = new ColumnSketch("t", "c", ColumnSketch.NUMBER);
    double[] reversed =
        DoubleStream.iterate(all.length - 1, i -> i >= 0, i -> i - 1)
            .map(i -> all[(int) i])
            .toArray();
    List.of(
            DoubleStream.of(reversed).limit(1_234).toArray(),
            DoubleStream.of(reversed).skip(1_234).toArray())
        .forEach(part -> merged.add(numbers(part).part()));

    assertThat(merged.row()).isEqualTo(together.row());
  }

  private static ColumnSketch numbers(double... numbers) {
    ColumnSketch sketch = new ColumnSketch("t", "c", ColumnSketch.NUMBER);
    for (double number : numbers) {
      sketch.add(GenericRowData.of(number), 0);
    }
    return sketch;
  }
}
