package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
  @ParameterizedTest
  @CsvSource({
    "Guest Customer, guest customer",
    "GUEST\u00A0CUSTOMER, guest customer",
    "guest  customer, guest customer",
    "'guest\t\u2003customer ', guest customer",
    "N\u200B/A, n/a",
    "INVIT\u00C9, invit\u00E9",
    "17850, 17850",
    "'', ''",
  })
  void writesWordsAsAListHasThem(String delivered, String words) {
    assertThat(new PlainWords().eval(StringData.fromString(delivered)))
        .isEqualTo(StringData.fromString(words));
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(new PlainWords().eval(StringData.fromString("WALK IN")))
          .isEqualTo(StringData.fromString("walk in"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
