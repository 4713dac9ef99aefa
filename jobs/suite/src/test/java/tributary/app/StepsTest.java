package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StepsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsWhenEachStepBeginsAndEnds() {
    try (Steps steps = new Steps(terminal(false))) {
      assertThat(steps.get("ingest", () -> 7)).isEqualTo(7);
      steps.run("curate", () -> {});

      assertThat(steps.seconds()).containsOnlyKeys("ingest", "curate");
      assertThat(steps.totalSeconds()).isPositive();
    }
    assertThat(shown().lines()).hasSize(4).first().isEqualTo("ingest ...");
    assertThat(shown()).containsPattern("ingest +done in \\d+\\.\\d s\n");
  }

  @Test
  void saysThatAStepFailed() {
    try (Steps steps = new Steps(terminal(false))) {
      assertThatThrownBy(
              () ->
                  steps.run(
                      "curate",
                      () -> {
                        throw new IOException("disk full");
                      }))
          .hasMessage("disk full");
      assertThat(steps.seconds()).containsKey("curate");
    }
    assertThat(shown()).contains("curate       failed after");
  }

  @Test
  void countsTimeOnOneLiveLineOfATerminal() {
    try (Steps steps = new Steps(terminal(true))) {
      steps.run(
          "ingest",
          () -> {
            steps.progress("120,000 lines");
            await().until(() -> shown().contains("120,000 lines"));
          });
    }
    assertThat(shown()).startsWith("\r").contains("\r\033[Kingest       0 s").endsWith(" s\n");
    assertThat(shown().split("\n", -1)).hasSize(2);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Terminal terminal(boolean isInteractive) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Terminal(
        InputStream.nullInputStream(), stream, stream, isInteractive, 80, () -> false);
  }
}
