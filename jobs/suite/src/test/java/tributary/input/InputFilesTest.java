package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.UserError;

class InputFilesTest {
  @TempDir Path directory;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name :
        new String[] {"b.csv", "a.csv", "c.txt", ".hidden.csv", "_SUCCESS", "2011/d.csv"}) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x\n");
    }
  }

  @Test
  void namesOneFileByItsBaseName() {
    Path file = directory.resolve("2011/d.csv");
    assertThat(InputFiles.resolve(file.toString())).containsExactly(new InputFile(file, "d.csv"));
  }

  @Test
  void namesTheFilesOfADirectoryBelowItAndInOrder() {
    assertThat(InputFiles.resolve(directory.toString()))
        .extracting(InputFile::name)
        .containsExactly("2011/d.csv", "a.csv", "b.csv", "c.txt");
  }

  @Test
  void findsFilesByPattern() {
    assertThat(InputFiles.resolve(directory + "/*.csv"))
        .extracting(InputFile::name)
        .containsExactly("a.csv", "b.csv");
    assertThat(InputFiles.resolve(directory + "/**/d.{csv,txt}"))
        .extracting(InputFile::name)
        .containsExactly("2011/d.csv");
  }

  @Test
  void leavesOutLocksCopiesUnderWayAndLinksToNothing() throws IOException {
    for (String name : new String[] {"~$a.xlsx", ".~lock.a.csv#", "d.csv.PART", "2011/e.tmp"}) {
      Files.writeString(directory.resolve(name), "x\n");
    }
    Files.createSymbolicLink(directory.resolve("link.csv"), directory.resolve("gone.csv"));
    LeftOutFiles leftOut = LeftOutFiles.collecting();
    assertThat(InputFiles.resolve(directory.toString(), leftOut)).hasSize(4);
    assertThat(leftOut.reasons())
        .containsOnlyKeys(".~lock.a.csv#", "2011/e.tmp", "d.csv.PART", "link.csv", "~$a.xlsx")
        .containsEntry("link.csv", "it is a link to a file that is not there");
    assertThat(leftOut.error()).hasMessageStartingWith("Cannot read 5 files: .~lock.a.csv#: it is");
    assertThatThrownBy(() -> InputFiles.resolve(directory.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read ");
    assertThat(InputFiles.resolve(directory + "/d.csv.PART")).hasSize(1);
    assertThatThrownBy(() -> InputFiles.resolve(directory + "/*.PART", LeftOutFiles.collecting()))
        .hasMessageStartingWith("Cannot read d.csv.PART: its name ends with .part");
  }

  @Test
  void saysWhenNothingIsFound() {
    assertThatThrownBy(() -> InputFiles.resolve(directory + "/none.csv"))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read " + directory + "/none.csv: there is no such file or directory");
    assertThatThrownBy(() -> InputFiles.resolve(directory + "/*.parquet"))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read " + directory + "/*.parquet: no file is found there");
    assertThatThrownBy(() -> InputFiles.resolve(directory + "/none/*.csv"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no directory " + directory + "/none");
  }
}
