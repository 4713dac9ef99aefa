package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import tributary.config.UserError;

class FailureTest {
  @Test
  void tellsAFailureInOneLineThatBeginsWithCannot() {
    assertThat(Failure.line("tributary run", new IllegalStateException("no slots\nmore")))
        .isEqualTo("Cannot finish tributary run: no slots");
    assertThat(Failure.line("tributary run", new NullPointerException()))
        .isEqualTo("Cannot finish tributary run: NullPointerException");
    assertThat(Failure.line("tributary run", new OutOfMemoryError("Java heap space")))
        .isEqualTo("Cannot finish tributary run: OutOfMemoryError: Java heap space");
  }

  @Test
  void addsTheInnermostReason() {
    Throwable failure =
        new UncheckedIOException("Cannot write x.csv", new IOException("No space left on device"));

    assertThat(Failure.line("tributary generate", failure))
        .isEqualTo("Cannot write x.csv: No space left on device");
  }

  @Test
  void findsTheUsersMistakeAmongTheCauses() {
    UserError mistake = new UserError("Cannot read x.csv: it is empty");

    assertThat(Failure.cause(new RuntimeException("job failed", mistake), UserError.class))
        .contains(mistake);
    assertThat(Failure.cause(new RuntimeException("job failed"), UserError.class)).isEmpty();
  }
}
