package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.UserError;

class ReportTest {
  @TempDir private Path directory;

  @Test
  void takesThePlaceOfAnEarlierReport() throws IOException {
    Path file = Files.writeString(directory.resolve("report.html"), "of yesterday");

    assertThat(Report.write("<html>", file)).isEqualTo(6);

    assertThat(file).hasContent("<html>");
    assertThat(left()).containsExactly(file);
  }

  @Test
  void leavesNothingBehindWhenItCannotBeWritten() throws IOException {
    Path file = Files.createDirectories(directory.resolve("report.html"));
    Path within = Files.createFile(file.resolve("of somebody"));

    assertThatThrownBy(() -> Report.write("<html>", file))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot write the report to " + file);

    assertThat(within).exists();
    assertThat(left()).containsExactly(file);
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
