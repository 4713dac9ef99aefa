package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;

class TableEvolutionIT {
  private static final TableName THINGS = TableName.of("marts.things");
  private static final Column ID = new Column("id", "int", true, "Its number");
  private static final Column PRICE = new Column("price", "decimal(10,2)", false, "Its price");
  private static final Column NOTE = new Column("note", "string", false, "A note");
  private static final TableContract CONTRACT = Contracts.plain(THINGS, ID, PRICE);

  @TempDir Path directory;
  private Lake lake;

  @BeforeEach
  void create() {
    lake = Lake.openOrCreate(LakeSettings.embedded(directory), "test");
    lake.ensureTable(CONTRACT);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void addsColumnsAtTheEndAndKeepsTheRows() {
    lake.append(THINGS, "main", List.of(Map.of("id", 1)));

    lake.ensureTable(Contracts.with(CONTRACT, NOTE));

    assertThat(lake.describe(THINGS).columns()).extracting(Column::name).endsWith("price", "note");
    assertThat(lake.rows(THINGS, "main")).hasSize(1);
    assertThat(lake.rows(THINGS, "main").get(0)).containsEntry("id", 1).containsEntry("note", null);
  }

  @Test
  void widensTypesAndChangesCommentsSortAndProperties() {
    TableContract changed =
        new TableContract(
            THINGS,
            "one row per new thing",
            "New things",
            List.of(
                new Column("id", "long", true, "A longer number"),
                new Column("price", "decimal(12,2)", false, "Its price")),
            List.of("id"),
            List.of(),
            List.of("id desc"),
            Checks.none(),
            Map.of("write.metadata.previous-versions-max", "7"));

    lake.ensureTable(changed);

    TableDescription description = lake.describe(THINGS);
    assertThat(description.columns())
        .containsExactly(
            new Column("id", "long", false, "A longer number"),
            new Column("price", "decimal(12,2)", false, "Its price"));
    assertThat(description.comment()).isEqualTo("New things");
    assertThat(description.grain()).isEqualTo("one row per new thing");
    assertThat(description.sort()).containsExactly("id desc");
    assertThat(description.properties())
        .containsEntry("write.metadata.previous-versions-max", "7")
        .containsEntry("write.metadata.delete-after-commit.enabled", "true");
  }

  @Test
  void changesNothingWhenTheTableMeetsItsContract() throws Exception {
    long before = metadataFiles();

    lake.ensureTable(CONTRACT);

    assertThat(metadataFiles()).isEqualTo(before);
  }

  @Test
  void refusesWhatWouldLoseDataOrNames() {
    refuses("column price is no longer in the contract", ID);
    refuses("column note stands where the table has price", ID, NOTE, PRICE);
    refuses("column id is int in the table and string in the contract", string("id"), PRICE);
    refuses(
        "column price is decimal(10,2) in the table and decimal(10,3) in the contract",
        ID,
        new Column("price", "decimal(10,3)", false, "Its price"));
    TableContract partitioned = Contracts.withPartitioning(CONTRACT, "id");
    assertThatThrownBy(() -> lake.ensureTable(partitioned))
        .hasMessageContaining("the contract says [id]");
    assertThat(lake.describe(THINGS).columns()).hasSize(2);
  }

  private void refuses(String why, Column... columns) {
    assertThatThrownBy(() -> lake.ensureTable(Contracts.withColumns(CONTRACT, List.of(columns))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Cannot bring table marts.things to its contract: " + why);
  }

  private static Column string(String name) {
    return new Column(name, "string", false, "A text");
  }

  private long metadataFiles() throws Exception {
    try (var files = Files.walk(directory.resolve("warehouse"))) {
      return files.filter(file -> file.toString().endsWith(".metadata.json")).count();
    }
  }
}
