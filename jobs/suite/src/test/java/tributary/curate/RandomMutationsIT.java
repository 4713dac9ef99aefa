package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.curate.Curation.Curated;
import tributary.curate.Landing.Landed;
import tributary.input.InputFunctions;
import tributary.script.Engine;

class RandomMutationsIT {
  private static final int LINES = 600;
  private static final long SEED = 20240305;
  private static final List<String> PIECES =
      List.of(",", "-", ".", "0", "9", "\"", "'", " ", ";", "e9", "NaN", "\t", "é", "C");

  @TempDir private Path directory;

  @Test
  void everyLineOfAMutilatedFileIsASaleARejectOrADuplicate() {
    try (Engine engine = Engine.local(2).preparing(InputFunctions::register);
        TestShop shop = new TestShop(directory, engine)) {
      List<String> lines = mutilatedLines();
      Landed landed = shop.file("a.csv", lines.toArray(String[]::new)).ingest();
      Curated curated = shop.curate();
      int sales = shop.rows("curated.sales").size();
      int rejects = shop.rows("curated.rejects").size();
      int duplicates = shop.rows("curated.duplicates").size();
      assertThat(landed.lines()).isEqualTo(curated.linesRead()).isLessThanOrEqualTo(lines.size());
      assertThat(sales + rejects + duplicates).isEqualTo((int) landed.lines());
      assertThat(List.of(sales, rejects, duplicates)).allMatch(count -> count > LINES / 50);
      assertThat(shop.rows("curated.rejects"))
          .allSatisfy(row -> assertThat(row.get("raw_line")).isNotNull());
      assertThat(shop.texts("curated.reconciliation", "lines_read", "landed"))
          .containsExactly(landed.lines() + " " + landed.lines());
      assertEveryRecordIsThere(shop, lines);
    }
  }

  /** Each landed record begins on a line of its own and holds the text of the lines it covers. */
  private static void assertEveryRecordIsThere(TestShop shop, List<String> lines) {
    int covered = 0;
    for (Map<String, Object> row : shop.rows("landing.transactions")) {
      int first = (int) ((long) row.get("source_line")) - 2;
      String text = (String) row.get("raw_line");
      int count = text.split("\n", -1).length;
      assertThat(text).isEqualTo(String.join("\n", lines.subList(first, first + count)));
      covered += count;
    }
    assertThat(covered).isEqualTo(lines.size());
  }

  private static List<String> mutilatedLines() {
    Random random = new Random(SEED);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      String line =
          "%d,ITEM%d,Thing %d,Customer%d,%d,%d.%02d,,EUR,2024-%02d-%02d %02d:00,Malta"
              .formatted(
                  i,
                  random.nextInt(30),
                  random.nextInt(30),
                  random.nextInt(20),
                  1 + random.nextInt(9),
                  random.nextInt(90),
                  random.nextInt(100),
                  1 + random.nextInt(3),
                  1 + random.nextInt(28),
                  random.nextInt(24));
      lines.add(random.nextInt(3) == 0 ? line : mutilated(line, lines, random));
    }
    return lines;
  }

  private static String mutilated(String line, List<String> before, Random random) {
    int at = random.nextInt(line.length());
    int to = at + random.nextInt(line.length() - at);
    return switch (random.nextInt(6)) {
      case 0 -> line.substring(0, at) + line.substring(to);
      case 1 -> line.substring(0, at);
      case 2 -> before.isEmpty() ? line : before.get(random.nextInt(before.size()));
      case 3 -> line.substring(0, to) + line.substring(at);
      default ->
          line.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + line.substring(at);
    };
  }
}
