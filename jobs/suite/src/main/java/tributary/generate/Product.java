package tributary.generate;

/**
 * Something for sale.
 *
 * @param listPriceCents the price around which it sells, in hundredths of the currency
 * @param popularityPercent how often it is chosen relative to its category's others, 10 to 100
 * @param style the taste that it speaks to, from 0; products of one style are bought together
 */
record Product(
    String id,
    String name,
    Category category,
    String subcategory,
    int listPriceCents,
    int popularityPercent,
    int style) {}
