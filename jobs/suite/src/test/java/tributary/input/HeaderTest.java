package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tributary.config.UserError;

class HeaderTest {
  @Test
  void findsColumnsAmongSpacesThatCannotBeSeen() {
    List<String> names = List.of("Order\u00a0", "\u200bTime", "Unit\u202fPrice", "Pri\u200bce");
    assertThat(Header.places(List.of("Time", "Order", "unit price", "Price"), names))
        .containsExactly(1, 0, 2, 3);
  }

  @Test
  void prefersANameThatFitsExactly() {
    assertThat(Header.places(List.of("id", "ID"), List.of("ID", "id"))).containsExactly(1, 0);
    assertThat(Header.fits(List.of("Id"), List.of("ID", "id"))).isFalse();
    assertThat(Header.fits(List.of("unitprice"), List.of("unit price"))).isFalse();
  }

  @Test
  void showsWhatCannotBeSeenInAMessage() {
    assertThatThrownBy(() -> Header.places(List.of("Qty"), List.of("Price\u200b", "a\u00a0b")))
        .isInstanceOf(UserError.class)
        .hasMessage("its header has no column 'Qty' (it has: Price\\u200B, a\\u00A0b)");
  }
}
