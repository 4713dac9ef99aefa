package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerChoiceTest {
  @Test
  void neverTakesMoreThanItsLimit() {
    CustomerChoice choice = CustomerChoice.of(tables(customers(3000)), 101);

    assertThat(choice.chosen()).hasSize(101).doesNotHaveDuplicates();
    assertThat(choice.customers()).isEqualTo(3000);
    assertThat(choice.bySpend()).isEqualTo(51);
  }

  @Test
  void takesThoseWhoSpentMostFirst() {
    List<String> chosen = CustomerChoice.of(tables(customers(3000)), 100).chosen();

    assertThat(chosen.subList(0, 50))
        .isEqualTo(IntStream.range(0, 50).mapToObj(place -> "customer " + (2999 - place)).toList());
    assertThat(chosen.subList(50, 100)).anyMatch(id -> number(id) < 1500);
  }

  @Test
  void takesTheSameInWhateverOrderCustomersCome() {
    List<Map<String, Object>> shuffled = new ArrayList<>(customers(3000));
    Collections.shuffle(shuffled, new Random(1));

    assertThat(CustomerChoice.of(tables(shuffled), 100).chosen())
        .isEqualTo(CustomerChoice.of(tables(customers(3000)), 100).chosen());
  }

  @Test
  void takesEverybodyWhenThereAreFew() {
    assertThat(CustomerChoice.of(tables(customers(7)), 100).chosen()).hasSize(7);
    assertThat(CustomerChoice.of(tables(List.of()), 100).chosen()).isEmpty();
    assertThat(CustomerChoice.of(tables(customers(7)), 0).chosen()).isEmpty();
  }

  @Test
  void takesMeansOfEverybodyAndOfEachSegment() {
    Frame means = CustomerChoice.of(tables(customers(4)), 1).means().frame();

    assertThat(means.columns())
        .containsExactly("segment_name", "gross_spend", "average_spend", "total_quantity");
    assertThat(means.rows())
        .containsExactly(
            List.of("", 2.5, 2.0, 3.0),
            List.of("even", 2.0, 2.0, 3.0),
            List.of("odd", 3.0, 2.0, 3.0));
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring("customer ".length()));
  }

  private static FakeTables tables(List<Map<String, Object>> customers) {
    return new FakeTables().with("marts.customer_summary", customers);
  }

  /** The n-th, from 0, spent n + 1. */
  private static List<Map<String, Object>> customers(int count) {
    List<Map<String, Object>> customers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Map<String, Object> customer = new HashMap<>();
      customer.put("customer_id", "customer " + number);
      customer.put("segment_name", number % 2 == 0 ? "even" : "odd");
      customer.put("gross_spend", BigDecimal.valueOf(number + 1));
      customer.put("average_spend", BigDecimal.valueOf(2));
      customer.put("total_quantity", BigDecimal.valueOf(3));
      customers.add(customer);
    }
    return customers;
  }
}
