package tributary.input;

import java.util.Map;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.functions.ScalarFunction;

/** The SQL functions that profiles and curation use. */
public final class InputFunctions {
  private static final Map<String, Class<? extends ScalarFunction>> FUNCTIONS =
      Map.of(
          "CLEAN_TEXT", CleanText.class,
          "CODE_TEXT", CodeText.class,
          "NUMBER_TEXT", NumberText.class,
          "TIMESTAMP_TEXT", TimestampText.class,
          "IN_ZONE", InZone.class,
          "PARSE_QUANTITY", ParseQuantity.class,
          "PARSE_PRICE", ParsePrice.class,
          "PARSE_AMOUNT", ParseAmount.class,
          "PARSE_TIMESTAMP", ParseTimestamp.class,
          "LINE_HASH", LineHash.class);

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
