package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimePatternsTest {
  @Test
  void findsTheLiteralsOfEachCall() {
    String select =
        """
        SELECT -- TIMESTAMP_TEXT(a, 'no')
          IN_ZONE(timestamp_text(d || ' (, ' || h, 'd.M.yyyy H:mm', 'yyyy-MM-dd''T''HH:mm'), 'UTC')
            AS sold_at,
          TIMESTAMP_TEXT(COALESCE(a, 'x'), 'd.M.yyyy H:mm', /* 'not' */ 'epoch-seconds') AS other
        """;
    assertThat(TimePatterns.of(select))
        .containsExactly("d.M.yyyy H:mm", "yyyy-MM-dd'T'HH:mm", "epoch-seconds");
    assertThat(TimePatterns.of("SELECT sold_at FROM t")).isEmpty();
  }
}
