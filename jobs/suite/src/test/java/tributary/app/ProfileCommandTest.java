package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
  @TempDir Path directory;

  private Path input;
  private Path draft;

  @BeforeEach
  void deliver() throws IOException {
    input = directory.resolve("sales.csv");
    draft = directory.resolve("shop.sql");
    Files.writeString(input, "order,date,sku,qty,price\n1,03/04/2025,A,1,2.50\n");
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    Files.writeString(draft, "mine");

    CommandLineRun run = profile("--output", draft.toString());

    assertThat(run.code()).isEqualTo(CommandLineApp.MISTAKE);
    assertThat(run.err())
        .contains("Cannot leave the draft in " + draft)
        .contains("not written over");
    assertThat(draft).hasContent("mine");
  }

  @Test
  void leavesNothingWhereDatesCanBeReadInTwoWays() {
    CommandLineRun run = profile("--output", draft.toString());

    assertThat(run.code()).isEqualTo(CommandLineApp.MISTAKE);
    assertThat(run.err())
        .contains("'03/04/2025' in date is 2025-04-03 or 2025-03-04")
        .contains("say --dates day-first or --dates month-first");
    assertThat(draft).doesNotExist();
  }

  @Test
  void wantsANameThatSourceTakes() {
    CommandLineRun run = profile("--output", directory.resolve("shop.txt").toString());

    assertThat(run.code()).isEqualTo(CommandLineApp.MISTAKE);
    assertThat(run.err()).contains("expected a name that ends in .sql");
  }

  private CommandLineRun profile(String... flags) {
    String[] arguments = new String[flags.length + 3];
    arguments[0] = "profile";
    arguments[1] = "--input";
    arguments[2] = input.toString();
    System.arraycopy(flags, 0, arguments, 3, flags.length);
    return CommandLineRun.of(directory, arguments);
  }
}
