package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.curate.Curation.Curated;
import tributary.input.InputFunctions;
import tributary.script.Engine;

class DemographicsIT {
  private static final String SALE = "1,LAMP,Lamp,%s,1,10,,EUR,2024-03-01 09:00,Malta";

  private static Engine engine;

  @TempDir private Path directory;
  private TestShop shop;

  @BeforeAll
  static void start() {
    engine = Engine.local(2).preparing(InputFunctions::register);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void open() throws IOException {
    shop = TestShop.withoutChecks(directory, engine);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void dropsNoCustomerButImpossibleValuesWithTheirReasons() {
    shop.file("till.csv", SALE.formatted("Ann"), SALE.formatted("Ben"));
    shop.members(
        "members-good.csv",
        "Ben,Spain,1980,,F,PhD,Married,52000.50,1,0,2020-02-29,635,likes red",
        "Cas,Italy,,44,m,2n Cycle,Widow,,,,,,");
    shop.members(
        "members.csv",
        "a,,1899,111,none,Guru,YOLO,666666,-1,2.5,2020-02-30,-3,",
        "b,,1900,110,female,Master,Together,99999,21,0,2013-09-26,1000000000,",
        "c,,2014,0,male,Basic,Alone,0,20,0,2013-09-26,0,",
        "d,,19x0,x,x,Basic,1,lots,0,0,1969-12-31,many,",
        "e,,1903,,,,,111110,,,2013-09-26,,",
        "f,,1900,,,,,12345678,,,,,",
        ",,1980,,,,,1000,,,,,",
        "g,,1980,,,,,1000,,",
        "Null,,1980,,,,,1000,,,,,");
    Curated curated = shop.run(false);

    customersOfSalesAndOfFilesAreThere();
    impossibleValuesAreLeftOutWithTheirReasons();
    assertThat(curated.linesRead()).isEqualTo(2);
    assertThat(curated.demographics().customers()).isEqualTo(8);
    assertThat(curated.demographics().rejects())
        .containsEntry("customer_id is missing", 1L)
        .containsEntry("income is one digit repeated, as forms are filled with", 2L);
  }

  private void customersOfSalesAndOfFilesAreThere() {
    assertThat(
            shop.texts(
                "curated.customers",
                "customer_id",
                "country",
                "orders",
                "birth_year",
                "age_reported",
                "gender",
                "education",
                "has_partner",
                "income",
                "children_at_home",
                "teenagers_at_home",
                "enrolled_on",
                "has_demographics",
                "source"))
        .contains(
            "Ann Malta 1 null null null null null null null null null false null",
            "Ben Malta 1 1980 null female doctorate true 52000.5000 1 0 2020-02-29 true till",
            "Cas Italy 0 null 44 male master false null null null null true till");
    assertThat(
            shop.texts(
                "curated.customer_attribute",
                "customer_id",
                "attribute",
                "number_value",
                "text_value"))
        .containsExactly(
            "Ben note null likes red",
            "Ben spend_wines 635.0000 null",
            "b spend_wines 1000000000.0000 null",
            "c spend_wines 0.0000 null");
  }

  private void impossibleValuesAreLeftOutWithTheirReasons() {
    assertThat(
            shop.texts("curated.customer_reject", "source_line", "column_name", "reason", "detail"))
        .containsExactlyInAnyOrder(
            "2 birth_year birth_year is outside 1900 to 2099 1899",
            "2 age age is outside 0 to 110 111",
            "2 gender gender is not a known word none",
            "2 education education is not a known word Guru",
            "2 has_partner has_partner is not a known marital status YOLO",
            "2 income income is one digit repeated, as forms are filled with 666666",
            "2 children_at_home children_at_home is not a whole number from 0 to 20 -1",
            "2 teenagers_at_home teenagers_at_home is not a whole number from 0 to 20 2.5",
            "2 enrolled_on enrolled_on is not a real date 2020-02-30",
            "2 spend_wines spend_wines is outside 0 to 1000000000 -3",
            "3 birth_year birth_year makes the customer older than 110 on enrolled_on 1900",
            "3 income income is one digit repeated, as forms are filled with 99999",
            "3 children_at_home children_at_home is not a whole number from 0 to 20 21",
            "4 birth_year birth_year is after enrolled_on 2014",
            "4 income income is not above 0 0",
            "5 birth_year birth_year is not a whole number 19x0",
            "5 age age is not a whole number x",
            "5 income income is not a number lots",
            "5 enrolled_on enrolled_on is outside the years 1970 to 2099 1969-12-31 00:00:00",
            "5 spend_wines spend_wines is not a number many",
            "8 line customer_id is missing null",
            "9 line line could not be split into columns has 10 columns, expected 13",
            "10 line customer_id is a placeholder Null");
    assertThat(
            shop.texts(
                "curated.customers",
                "customer_id",
                "birth_year",
                "age_reported",
                "gender",
                "has_partner",
                "income",
                "children_at_home"))
        .containsExactly(
            "Ann null null null null null null",
            "Ben 1980 null female true 52000.5000 1",
            "Cas null 44 male false null null",
            "a null null null null null null",
            "b null 110 female true null null",
            "c null 0 male false null 20",
            "d null null other true null 0",
            "e 1903 null null null 111110.0000 null",
            "f 1900 null null null 12345678.0000 null");
    assertThat(shop.texts("curated.customer_reject", "source_file")).containsOnly("members.csv");
    assertThat(counts()).containsExactly("members-good.csv 2 2 2 0 0", "members.csv 9 9 6 3 0");
  }

  @Test
  void deliveriesOneByOneGiveWhatAllOfThemDoAndTheLatestLineOfACustomerCounts() {
    shop.file("till-1.csv", SALE.formatted("Ann")).run(false, "till-1.csv");
    Set<String> sales = shop.dataFiles("curated.sales");
    shop.members("members-1.csv", member("Ann", 1000), member("Ben", 2000), member("Ann", 3000));
    shop.run(false, "members-1.csv");
    assertThat(incomes()).containsExactly("Ann 3000.0000", "Ben 2000.0000");
    assertThat(shop.dataFiles("curated.sales")).as("sales are not written anew").isEqualTo(sales);
    Set<String> attributes = shop.dataFiles("curated.customer_attribute");
    shop.file("till-2.csv", SALE.formatted("Ben").replace("1,LAMP", "2,LAMP"));
    shop.run(false, "till-2.csv");
    assertThat(shop.dataFiles("curated.customer_attribute")).isEqualTo(attributes);
    assertThat(shop.texts("curated.customers", "customer_id", "orders", "income"))
        .containsExactly("Ann 1 3000.0000", "Ben 1 2000.0000");

    shop.members("members-2.csv", member("Ben", 4000), member("Cas", 5000));
    Curated curated = shop.run(false, "members-2.csv");
    assertThat(incomes()).containsExactly("Ann 3000.0000", "Ben 4000.0000", "Cas 5000.0000");
    assertThat(counts()).containsExactly("members-1.csv 3 3 1 0 2", "members-2.csv 2 2 2 0 0");
    assertThat(curated.demographics().superseded()).isEqualTo(2);
    assertThat(shop.ingest("members-2.csv").files()).isZero();
    Map<String, List<Map<String, Object>>> oneByOne = shop.curated();
    shop.curateFully();
    assertThat(shop.curated()).isEqualTo(oneByOne);

    shop.withdraw("members-1.csv");
    shop.members("members-2.csv", member("Ben", 6000), member("Cas", 5000), member("Dan", 1));
    shop.replace("members-2.csv");
    shop.curate();
    assertThat(incomes())
        .containsExactly("Ann null", "Ben 6000.0000", "Cas 5000.0000", "Dan 1.0000");
    assertThat(counts()).containsExactly("members-2.csv 3 3 3 0 0");
  }

  private static String member(String customer, int income) {
    return "%s,,,,,,,%d,,,,7,".formatted(customer, income);
  }

  private List<String> incomes() {
    return shop.texts("curated.customers", "customer_id", "income");
  }

  private List<String> counts() {
    return shop.texts(
        "curated.customer_reconciliation",
        "source_file",
        "lines_read",
        "landed",
        "customers",
        "rejects",
        "superseded");
  }
}
