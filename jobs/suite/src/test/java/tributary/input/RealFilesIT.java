package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealFilesIT {
  /** How many files say the same of a line, in all columns but its provenance; and of how many. */
  private static final String ALIKE =
      """
      SELECT files, COUNT(*), MIN(source_line)
      FROM (
        SELECT source_line, COUNT(*) AS files
        FROM input_lines
        GROUP BY source_line, problem, %s
      )
      GROUP BY files
      """
          .formatted(String.join(", ", Content.TRANSACTIONS.columns()));

  @TempDir Path directory;

  @Test
  void allShapesOfOnlineRetailGiveTheSameLines() throws Exception {
    Path csv = copied("online_retail.csv.gz");
    copied("online_retail_kaggle_format.csv.gz");
    OnlineRetailBook.write(csv, directory.resolve("Online Retail.xlsx"));
    TableEnvironment env = InputLines.of("online-retail", directory.toString());
    assertThat(InputLines.query(env, ALIKE)).containsExactly(Row.of(3L, 541_909L, 2L));
  }

  private Path copied(String name) throws IOException {
    Optional<Path> file = RealFiles.find(name);
    assumeTrue(file.isPresent(), name + " is not beside the project");
    return Files.copy(file.orElseThrow(), directory.resolve(name));
  }
}
