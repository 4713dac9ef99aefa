package tributary.recommend.ranking;

/**
 * One of the numbers that a model consists of, as a table keeps it.
 *
 * @param part what it belongs to, such as the items' factors
 * @param entity the customer or the item, by the part; {@link #NONE} of the whole model's
 * @param other another item, where the number is about two; else {@link #NONE}
 * @param position from 0, in the entity's vector
 */
public record ModelNumber(Part part, int entity, int other, int position, double value) {
  /** No customer and no item. */
  public static final int NONE = -1;

  /** What numbers are kept. */
  public enum Part {
    ITEM_FACTOR,
    CUSTOMER_FACTOR,
    IMPLICIT_ITEM_FACTOR,
    ITEM_BIAS,
    CUSTOMER_BIAS,
    /** Mean, lowest and highest of all ratings. */
    RATING,
    /** What an item's score is multiplied with. */
    ITEM_WEIGHT,
    /** Customers who bought an item. */
    ITEM_BUYERS,
    /** An item's neighbour and the similarity of the two. */
    NEIGHBOUR;

    /** Whether its entities are customers. */
    public boolean isOfCustomers() {
      return this == CUSTOMER_FACTOR || this == CUSTOMER_BIAS;
    }
  }
}
