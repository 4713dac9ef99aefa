package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class PendingReturnsTest {
  private final PendingReturns returns = new PendingReturns(3);
  private final SaleLine first = purchase("T1");
  private final SaleLine second = purchase("T2");

  @Test
  void givesPurchasesBackOnTheirDay() {
    returns.add(first, 1);
    returns.add(second, 2);

    assertThat(returns.take(0, 10)).isEmpty();
    assertThat(returns.take(1, 10)).containsExactly(first);
    assertThat(returns.take(2, 10)).containsExactly(second);
  }

  @Test
  void putsOffWhatADayHasNoRoomFor() {
    returns.add(first, 0);
    returns.add(second, 0);

    assertThat(returns.take(0, 1)).containsExactly(first);
    assertThat(returns.take(1, 0)).isEmpty();
    assertThat(returns.take(2, 10)).containsExactly(second);
  }

  @Test
  void forgetsWhatWouldComeBackAfterTheLastDay() {
    returns.add(first, 3);
    returns.add(second, 2);

    assertThat(returns.take(2, 0)).isEmpty();
  }

  private static SaleLine purchase(String id) {
    Product product = Catalogue.create(1, Samples.random(81)).products().get(0);
    LocalDateTime moment = LocalDate.of(2024, 1, 1).atTime(9, 0);
    Customer customer = Samples.customer(SpendingPower.LOW, 0, 1);
    return new SaleLine(id, customer, false, product, 2, BigDecimal.TEN, moment, null);
  }
}
