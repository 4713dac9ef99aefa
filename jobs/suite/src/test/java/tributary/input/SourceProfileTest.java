package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.UserError;
import tributary.script.SqlLibrary;

class SourceProfileTest {
  private static final SqlLibrary LIBRARY = SqlLibrary.bundled();
  private static final String TABLE =
      "CREATE TEMPORARY TABLE t (Sold STRING, Price STRING) WITH ('connector' = 'retail-files');\n";

  @TempDir Path directory;

  @Test
  void loadsEveryShippedProfile() {
    assertThat(SourceProfile.names(LIBRARY))
        .contains(
            "generated",
            "mall-customers",
            "marketing-campaign",
            "online-retail",
            "online-retail-ii");
    for (String name : SourceProfile.names(LIBRARY)) {
      assertThat(SourceProfile.load(LIBRARY, name).name()).isEqualTo(name);
    }
  }

  @Test
  void namesTheShippedProfilesWhenThereIsNoSuchOne() {
    assertThatThrownBy(() -> SourceProfile.load(LIBRARY, "online"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot find the source profile online: it is none of %s, and no path to a .sql file"
                .formatted(String.join(", ", SourceProfile.names(LIBRARY))));
    assertThatThrownBy(() -> SourceProfile.load(LIBRARY, directory + "/none.sql"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no readable text is there");
  }

  @Test
  void takesAProfileFromAPath() throws IOException {
    Path file = write(TABLE + "SELECT line, Sold AS sold_at, Price AS amount FROM t");
    assertThat(SourceProfile.load(LIBRARY, file.toString()).name()).isEqualTo("mine");
  }

  @Test
  void saysWhichOptionIsWrongAndWhere() throws IOException {
    assertThatError(
            "-- mine\n\nCREATE TEMPORARY TABLE t (a STRING) WITH ('connector' = 'retail-files', 'quotes' = 'x');\nSELECT line FROM t")
        .hasMessageStartingWith(
            "Cannot use source profile %s: line 3: unknown option 'quotes' (allowed: "
                .formatted(directory.resolve("mine.sql")));
    assertThatError("CREATE TEMPORARY TABLE t (a STRING) WITH ('connector' = 'csv'); SELECT 1")
        .hasMessageEndingWith("line 1: the table t needs 'connector' = 'retail-files'");
  }

  @Test
  void saysWhatIsWrongWithTheMapping() throws IOException {
    assertThatError(TABLE + "\nSELECT line, Sold AS sold_on, Price AS amount FROM t")
        .hasMessageContaining(
            "line 3: the SELECT gives a column 'sold_on', which is none of line,");
    assertThatError(TABLE + "SELECT Sold AS sold_at, Price AS amount FROM t")
        .hasMessageEndingWith(
            "the SELECT does not pass on the column 'line' of the first table before it");
    assertThatError(TABLE + "SELECT Sold AS line, Sold AS sold_at, Price AS amount FROM t")
        .hasMessageEndingWith(
            "the SELECT does not pass on the column 'line' of the first table before it");
    assertThatError(TABLE + "SELECT line, Price AS amount FROM t")
        .hasMessageEndingWith("line 2: the SELECT gives no column 'sold_at'");
    assertThatError(TABLE + "SELECT line, Sold AS sold_at FROM t")
        .hasMessageEndingWith("the SELECT gives neither a column 'unit_price' nor 'amount'");
    assertThatError(TABLE + "SELECT line,\n Sold AS sold_at,\n Prize AS amount FROM t")
        .hasMessageEndingWith("line 4: Column 'Prize' not found in any table");
    assertThatError(TABLE + "SELECT line,\n FROM FROM t").hasMessageContaining("line 3: ");
    assertThatError(TABLE)
        .hasMessageEndingWith("expected a CREATE TEMPORARY TABLE and then a SELECT");
    assertThatError(TABLE + "INSERT INTO t SELECT * FROM t")
        .hasMessageEndingWith("the last statement is not a SELECT");
    assertThatError("DROP TABLE x; " + TABLE + "SELECT line FROM t")
        .hasMessageEndingWith("expected CREATE TEMPORARY TABLE, and a SELECT after its tables");
    assertThatError(TABLE + "SELECT 'x FROM t").hasMessageContaining("never ends");
    assertThatError(
            "CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'retail-files'); SELECT line FROM t")
        .hasMessageEndingWith("the column a is not a STRING");
  }

  @Test
  void saysWhichArgumentOfAFunctionIsWrong() throws IOException {
    assertThatError(
            TABLE
                + "SELECT line, Price AS amount,\n TIMESTAMP_TEXT(Sold, 'dd.MM') AS sold_at FROM t")
        .hasMessageContaining(" line 2: Invalid date pattern 'dd.MM': expected a year");
    assertThatError(
            TABLE + "SELECT line, Price AS amount, TIMESTAMP_TEXT(Sold, 'qqq') AS sold_at FROM t")
        .hasMessageContaining("'qqq'");
    assertThatError(
            TABLE + "SELECT line, Sold AS sold_at, NUMBER_TEXT(Price, ';') AS amount FROM t")
        .hasMessageContaining("Invalid decimal mark of NUMBER_TEXT: ';'");
    assertThatError(
            TABLE + "SELECT line, Price AS amount, IN_ZONE(Sold, 'UTC', 'Mars') AS sold_at FROM t")
        .hasMessageContaining("Invalid time zone of IN_ZONE: 'Mars'");
  }

  @Test
  void suggestsTheProfileThatAFileIsFor() throws IOException {
    Path file = directory.resolve("x.csv");
    Files.writeString(
        file,
        "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n1,2,3,4,5,6,7,8\n");
    SourceProfile profile = SourceProfile.load(LIBRARY, "online-retail");
    List<InputFile> files = InputFiles.resolve(file.toString());
    assertThatThrownBy(() -> profile.inspect(files))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read x.csv with profile online-retail: its header (line 1) has no column 'InvoiceNo' (it has: Invoice, StockCode, Description, Quantity, InvoiceDate, Price, Customer ID, Country); is the profile online-retail-ii the one for this file?");
    assertThat(SourceProfile.load(LIBRARY, "online-retail-ii").inspect(files)).hasSize(1);
  }

  @Test
  void takesAFileWithoutLinesBesideOthersOnly() throws IOException {
    SourceProfile profile = mine(TABLE + "SELECT line, Sold AS sold_at, Price AS amount FROM t");
    Files.writeString(directory.resolve("closed.csv"), "Sold,Price\n");
    assertThatThrownBy(() -> profile.inspect(InputFiles.resolve(directory + "/closed.csv")))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read closed.csv: it has a header and no lines");
    Files.writeString(directory.resolve("open.csv"), "Sold,Price\n1,2\n");
    assertThat(profile.inspect(InputFiles.resolve(directory + "/*.csv"))).hasSize(2);
  }

  @Test
  void leavesOutFilesThatCannotBeReadWhereAnotherCan() throws IOException {
    SourceProfile profile = mine(TABLE + "SELECT line, Sold AS sold_at, Price AS amount FROM t");
    Files.writeString(directory.resolve("empty.csv"), "");
    Files.writeString(directory.resolve("zero.csv"), "Sold,Price\n1,\0\n");
    Files.writeString(directory.resolve("cut.csv"), "Sold,Price\n1,2\n3,");
    Files.writeString(directory.resolve("other.csv"), "Sold,Prize\n1,2\n");
    LeftOutFiles leftOut = LeftOutFiles.collecting();
    String all = directory + "/*.csv";
    assertThatThrownBy(() -> profile.inspect(InputFiles.resolve(all), LeftOutFiles.collecting()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read 4 files: cut.csv: its last line (3)");
    Files.writeString(directory.resolve("good.csv"), "Sold,Price\n1,2\n");
    assertThat(profile.inspect(InputFiles.resolve(all), leftOut)).hasSize(1);
    assertThat(leftOut.reasons())
        .containsOnlyKeys("cut.csv", "empty.csv", "other.csv", "zero.csv")
        .containsEntry("empty.csv", "it is empty")
        .containsEntry(
            "other.csv", "its header (line 1) has no column 'Price' (it has: Sold, Prize)");
    assertThatThrownBy(() -> profile.inspect(InputFiles.resolve(directory + "/empty.csv"), leftOut))
        .hasMessageContaining("empty.csv");
  }

  @Test
  void aLookupThatCannotBeReadStopsAll() throws IOException {
    Files.writeString(directory.resolve("sales.csv"), "Sold,Price\n1,2\n");
    Files.writeString(directory.resolve("products.csv"), "");
    SourceProfile profile =
        mine(
            TABLE
                + "CREATE TEMPORARY TABLE p (Code STRING, Name STRING) WITH ('connector' = 'retail-files', 'files' = 'products*');\n"
                + "SELECT line, Sold AS sold_at, Price AS amount, Name AS product_name FROM t LEFT JOIN p ON t.Sold = p.Code");
    List<InputFile> both = InputFiles.resolve(directory + "/*.csv");
    assertThatThrownBy(() -> profile.inspect(both, LeftOutFiles.collecting()))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read products.csv: it is empty");
  }

  @Test
  void refusesHeadersWithANeededNameTwice() throws IOException {
    Path file = directory.resolve("x.csv");
    Files.writeString(file, "Sold,Price,Price\n1,2,3\n");
    SourceProfile profile = mine(TABLE + "SELECT line, Sold AS sold_at, Price AS amount FROM t");
    assertThatThrownBy(() -> profile.inspect(InputFiles.resolve(file.toString())))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read x.csv with profile mine: its header (line 1) names the column 'Price' twice");
    Files.writeString(file, "Sold,Price,Note,Note\n1,2,3,4\n");
    assertThat(profile.inspect(InputFiles.resolve(file.toString()))).hasSize(1);
  }

  @Test
  void givesEachFileToTheTableThatNamesIt() throws IOException {
    Files.writeString(directory.resolve("sales.csv"), "Sold,Price\n1,2\n");
    Files.writeString(directory.resolve("products.csv"), "Code,Name\n1,2\n");
    SourceProfile profile =
        mine(
            TABLE
                + "CREATE TEMPORARY TABLE p (Code STRING, Name STRING) WITH ('connector' = 'retail-files', 'files' = 'products*');\n"
                + "SELECT line, Sold AS sold_at, Price AS amount, Name AS product_name FROM t LEFT JOIN p ON t.Sold = p.Code");
    List<InputFile> both = InputFiles.resolve(directory + "/*.csv");
    assertThat(profile.inspect(both))
        .extracting(file -> file.name() + " " + file.table() + " " + file.isInput())
        .containsExactly("sales.csv t true", "products.csv p false");
    assertThatThrownBy(() -> profile.inspect(both.subList(1, 2)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read the input with profile mine: no file named products* is among it (its table p reads them)");
  }

  @Test
  void aMappingWithCustomersAndNoSaleIsOfCustomers() throws IOException {
    String customers = TABLE.replace("TABLE t ", "TABLE c ");
    String ofCustomers = customers + "SELECT line, Sold AS customer_id, Price AS income FROM c";
    assertThat(mine(ofCustomers).contents()).containsExactly(Content.CUSTOMERS);
    assertThat(mine(ofCustomers).equalLinesAreReal()).isFalse();
    String ofSales = TABLE + "SELECT line, Sold AS sold_at, Price AS amount FROM t;\n";
    assertThat(mine(ofSales + ofCustomers).contents())
        .containsExactly(Content.TRANSACTIONS, Content.CUSTOMERS);
    assertThatError(TABLE + "SELECT line, Sold AS customer_id, Price AS incom FROM t")
        .hasMessageContaining("gives a column 'incom', which is none of line, customer_id,");
    assertThatError(ofCustomers + ";\n" + ofSales.replace("TABLE t ", "TABLE c "))
        .hasMessageContaining("the table c is declared twice");
    assertThatError(ofCustomers + ";\n" + ofCustomers.replaceAll("\\bc\\b", "d"))
        .hasMessageEndingWith("the SELECT gives customers as another one does before it");
  }

  @Test
  void leavesOutAPartOfWhichThereIsNoFile() throws IOException {
    SourceProfile profile = SourceProfile.load(LIBRARY, "generated");
    Path customers = directory.resolve("customers.csv");
    Files.writeString(
        customers,
        "customer_id,age,gender,income,education,partner,children_at_home,country,customer_since\n"
            + "C1,30,female,30000,Master,true,0,Malta,2024-01-01\n");
    Files.writeString(directory.resolve("products.csv"), "product_id\n1\n");
    assertThat(profile.inspect(InputFiles.resolve(directory.toString())))
        .extracting(file -> file.name() + " " + file.content())
        .containsExactly("customers.csv CUSTOMERS");
    Files.delete(customers);
    assertThatThrownBy(() -> profile.inspect(InputFiles.resolve(directory.toString())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no file named transactions* is among it");
  }

  private SourceProfile mine(String sql) throws IOException {
    return SourceProfile.load(LIBRARY, write(sql).toString());
  }

  private Path write(String sql) throws IOException {
    Path file = directory.resolve("mine.sql");
    Files.writeString(file, sql);
    return file;
  }

  private AbstractThrowableAssert<?, ?> assertThatError(String sql) throws IOException {
    Path file = write(sql);
    return assertThatThrownBy(() -> SourceProfile.load(LIBRARY, file.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot use source profile " + file + ": ")
        .hasMessageNotContaining("\n");
  }
}
