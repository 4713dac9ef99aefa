import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Writes sales as Spark does, into one Parquet file: decimals for money, and times, as INT96 or,
 * with decimals of fixed length, as older readers need them.
 *
 * <p>Arguments: a CSV file in the shape of Online Retail, the file to write, and {@code legacy} for
 * decimals of fixed length and times in microseconds.
 */
final class SparkParquet {
  private SparkParquet() {}

  public static void main(String[] arguments) throws IOException {
    boolean isLegacy = arguments.length > 2 && arguments[2].equals("legacy");
    Path directory = Files.createTempDirectory("spark").resolve("sales");
    try (SparkSession spark = session()) {
      spark.sparkContext().setLogLevel("ERROR");
      spark.conf().set("spark.sql.parquet.writeLegacyFormat", isLegacy);
      if (isLegacy) {
        spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
      }
      spark
          .read()
          .option("header", "true")
          .option("escape", "\"")
          .schema(
              """
              InvoiceNo STRING, StockCode STRING, Description STRING, Quantity INT,
              InvoiceDate TIMESTAMP, UnitPrice DECIMAL(12, 3), CustomerID DOUBLE, Country STRING
              """)
          .csv(arguments[0])
          .coalesce(1)
          .write()
          .parquet(directory.toString());
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.parquet")) {
      Files.copy(files.iterator().next(), Path.of(arguments[1]));
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }
}
