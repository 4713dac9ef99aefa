package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescribeSegmentTest {
  private final DescribeSegment describe = new DescribeSegment();

  @Test
  void saysShareRevenueAndTheTwoFeaturesThatSetItApart() {
    assertThat(
            describe.eval(
                0.1546,
                0.6664,
                "shopping_days",
                2.1,
                12.46,
                4.2,
                "gross_spend",
                1.5,
                8686.1,
                2047.7))
        .isEqualTo(
            "15.5 % of customers bring 66.6 % of gross revenue; set apart by very high shopping "
                + "days (12.46 on average, 4.20 over all customers) and high gross spend (8,686.10 "
                + "on average, 2,047.70 over all customers).");
  }

  @Test
  void namesOneFeatureWhenThereIsOnlyOne() {
    assertThat(describe.eval(0.5, 0.25, "recency_days", -0.7, 12.0, 90.0, null, null, null, null))
        .isEqualTo(
            "50.0 % of customers bring 25.0 % of gross revenue; set apart by low recency days "
                + "(12.00 on average, 90.00 over all customers).");
  }
}
