package tributary.generate;

/**
 * A customer, with what decides on the purchases.
 *
 * @param number from 0
 * @param activity orders relative to others, in percent of a rare customer's
 * @param preferences the share of each category, adding up to one
 * @param style the favourite style of products
 * @param firstDay the first day, from 0, on which this customer may buy
 * @param lastDay the last day, inclusive, on which this customer may buy
 */
record Customer(
    int number,
    String id,
    SpendingPower power,
    Frequency frequency,
    int activity,
    double[] preferences,
    int style,
    Country country,
    int firstDay,
    int lastDay) {

  boolean buysOn(int day) {
    return firstDay <= day && day <= lastDay;
  }
}
