import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What one would write in Spark in the place of `ingest` and `curate`: generated transactions from
 * CSV to Iceberg, typed, classified and each once; then customers and products. It keeps no raw
 * lines, knows one delivery and checks nothing.
 *
 * <p>Arguments: the CSV file, a directory for the lake that does not exist, and how many cores.
 */
final class SparkCuration {
  private static final String PARSED =
      """
      CREATE TEMPORARY VIEW parsed AS
      SELECT *,
        CASE WHEN transaction_id IS NULL OR product_id IS NULL THEN 'an id is missing'
          WHEN number_of_units IS NULL THEN 'quantity is not a number'
          WHEN price IS NULL OR price < 0 THEN 'unit_price is not a price'
          WHEN sold_time IS NULL THEN 'sold_at is not a time' END AS reason
      FROM (
        SELECT *, CAST(quantity AS DECIMAL(18, 3)) AS number_of_units,
          CAST(unit_price AS DECIMAL(18, 4)) AS price, CAST(sold_at AS TIMESTAMP) AS sold_time
        FROM raw)
      """;

  private static final String ONCE =
      """
      CREATE TEMPORARY VIEW once AS
      SELECT * FROM (
        SELECT *, ROW_NUMBER() OVER (
          PARTITION BY transaction_id, customer_id, product_id, quantity, unit_price, sold_at
          ORDER BY line) AS copy_number
        FROM parsed WHERE reason IS NULL)
      WHERE copy_number = 1
      """;

  private static final String SALES =
      """
      CREATE TABLE lake.curated.sales USING iceberg PARTITIONED BY (months(sale_date))
      TBLPROPERTIES ('write.parquet.compression-codec' = 'zstd') AS
      SELECT transaction_id, customer_id, product_id, product_name, category, subcategory,
        number_of_units AS quantity, price AS unit_price,
        CAST(number_of_units * price AS DECIMAL(38, 4)) AS amount, sold_time AS sold_at,
        TO_DATE(sold_time) AS sale_date, country,
        CASE WHEN number_of_units < 0 THEN 'return' ELSE 'sale' END AS kind, line
      FROM once
      """;

  private static final String REJECTS =
      """
      CREATE TABLE lake.curated.rejects USING iceberg AS
      SELECT line, reason, transaction_id, quantity, unit_price, sold_at
      FROM parsed WHERE reason IS NOT NULL
      """;

  private static final String PRODUCTS =
      """
      CREATE TABLE lake.curated.products USING iceberg AS
      SELECT product_id, MAX_BY(product_name, sold_at) AS product_name,
        MAX_BY(category, sold_at) AS category, MIN(sold_at) AS first_sold_at,
        MAX(sold_at) AS last_sold_at
      FROM lake.curated.sales GROUP BY product_id
      """;

  private static final String CUSTOMERS =
      """
      CREATE TABLE lake.curated.customers USING iceberg AS
      SELECT customer_id, MAX_BY(country, sold_at) AS country, MIN(sold_at) AS first_purchase_at,
        MAX(sold_at) AS last_purchase_at, COUNT(DISTINCT transaction_id) AS orders
      FROM lake.curated.sales WHERE customer_id IS NOT NULL AND kind = 'sale' GROUP BY customer_id
      """;

  private SparkCuration() {}

  public static void main(String[] arguments) {
    try (SparkSession spark = session(arguments[1], arguments[2])) {
      spark.sparkContext().setLogLevel("ERROR");
      spark
          .read()
          .option("header", "true")
          .csv(arguments[0])
          .withColumn("line", functions.monotonically_increasing_id())
          .createOrReplaceTempView("raw");
      for (String statement : new String[] {PARSED, ONCE, SALES, REJECTS, PRODUCTS, CUSTOMERS}) {
        spark.sql(statement);
      }
      System.out.println(spark.table("lake.curated.sales").count());
    }
  }

  private static SparkSession session(String lake, String cores) {
    return SparkSession.builder()
        .master("local[%s]".formatted(cores))
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.session.timeZone", "UTC")
        .config(
            "spark.sql.extensions",
            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
        .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
        .config("spark.sql.catalog.lake.type", "hadoop")
        .config("spark.sql.catalog.lake.warehouse", lake)
        .getOrCreate();
  }
}
