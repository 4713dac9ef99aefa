package tributary.config;

/**
 * What {@code recommend} computes.
 *
 * @param perCustomer how many products each customer is recommended, when so many exist
 * @param minimumSupport how many customers must have bought both products before one recommends the
 *     other
 */
public record RecommendSettings(int perCustomer, int minimumSupport) {}
