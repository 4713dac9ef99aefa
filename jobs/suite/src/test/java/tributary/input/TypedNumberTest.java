package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.apache.flink.table.data.StringData;
import tributary.input.number.TypedNumber;

class TypedNumberTest {
  @Example
  void addsADigitToWhatLooksLikeAGroup() {
    assertThat(TypedNumber.text(new BigDecimal("1.234"))).isEqualTo("1.2340");
    assertThat(TypedNumber.text(new BigDecimal("-999.250"))).isEqualTo("-999.2500");
    assertThat(TypedNumber.text(new BigDecimal("0.500"))).isEqualTo("0.500");
    assertThat(TypedNumber.text(new BigDecimal("1234.567"))).isEqualTo("1234.567");
    assertThat(TypedNumber.text(new BigDecimal("1.23"))).isEqualTo("1.23");
  }

  /** Whichever mark the profile's other files have. */
  @Property
  void isReadAsTheSameNumberWithEitherMark(
      @ForAll @BigRange(min = "-100000", max = "100000") @Scale(3) BigDecimal number) {
    StringData written = StringData.fromString(TypedNumber.text(number));
    for (String mark : new String[] {".", ","}) {
      String read = String.valueOf(new NumberText().eval(written, StringData.fromString(mark)));
      assertThat(new BigDecimal(read)).isEqualByComparingTo(number);
    }
  }
}
