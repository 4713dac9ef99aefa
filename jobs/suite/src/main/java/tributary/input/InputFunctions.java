package tributary.input;

import java.util.Map;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The SQL functions that profiles and curation use. */
public final class InputFunctions {
  private static final Map<String, Class<? extends UserDefinedFunction>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("CLEAN_COLUMN", CleanColumn.class),
          Map.entry("CLEAN_TEXT", CleanText.class),
          Map.entry("CODE_TEXT", CodeText.class),
          Map.entry("NUMBER_TEXT", NumberText.class),
          Map.entry("TIMESTAMP_TEXT", TimestampText.class),
          Map.entry("IN_ZONE", InZone.class),
          Map.entry("PARSE_QUANTITY", ParseQuantity.class),
          Map.entry("PARSE_PRICE", ParsePrice.class),
          Map.entry("PARSE_AMOUNT", ParseAmount.class),
          Map.entry("PARSE_TIMESTAMP", ParseTimestamp.class),
          Map.entry("WALL_TIME", WallTime.class),
          Map.entry("NUMBER_SIGN", NumberSign.class),
          Map.entry("LINE_AMOUNT", LineAmount.class),
          Map.entry("UNIT_PRICE", UnitPrice.class),
          Map.entry("CURRENCY_CODE", CurrencyCode.class),
          Map.entry("LINE_HASH", LineHash.class),
          Map.entry("SALE_HASH", SaleHash.class),
          Map.entry("ONCE", Once.class),
          Map.entry("PLAIN_WORDS", PlainWords.class),
          Map.entry("VISIBLE_TEXT", VisibleText.class),
          Map.entry("JSON_ENTRIES", JsonEntries.class));

  private InputFunctions() {}

  /** Makes the functions known to SQL, under their names and in no catalog. */
  public static void register(TableEnvironment env) {
    FUNCTIONS.forEach(
        (name, function) -> {
          env.dropTemporarySystemFunction(name);
          env.createTemporarySystemFunction(name, function);
        });
  }
}
