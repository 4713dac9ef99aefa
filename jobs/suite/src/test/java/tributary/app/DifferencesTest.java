package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tributary.ForeignLocale;
import tributary.lake.TableName;
import tributary.publish.TableDifference;

@ExtendWith(ForeignLocale.class)
class DifferencesTest {
  @Test
  void showsCountsInTheSameDigitsEverywhere() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    TableName sales = TableName.of("curated.sales");
    Differences.show(
        List.of(new TableDifference(sales, 1234, 5, 67890, "")),
        new Terminal(InputStream.nullInputStream(), stream, stream, false, 80, () -> false));
    stream.flush();

    assertThat(shown.toString(StandardCharsets.UTF_8))
        .containsPattern("curated[.]sales +1,234 +5 +67,890");
  }
}
