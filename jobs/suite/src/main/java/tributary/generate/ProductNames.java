package tributary.generate;

import java.util.List;

/**
 * Makes up names such as "Alder Smartphone" and, when makers and items have all been combined,
 * "Alder Smartphone 2": a different one for every number.
 */
final class ProductNames {
  private static final List<String> MAKERS =
      List.of(
          "Alder", "Birch", "Cedar", "Dune", "Ember", "Fjord", "Grove", "Harbour", "Iris",
          "Juniper", "Kestrel", "Larch", "Meadow", "Nordic", "Orchard", "Pebble", "Quartz", "Rowan",
          "Summit", "Tundra");

  private ProductNames() {}

  /**
   * @param number the product's place among those of its subcategory, from 0
   */
  static String of(Subcategory subcategory, int number) {
    int items = subcategory.items().size();
    int maker = (number + firstMaker(subcategory)) % MAKERS.size();
    int round = number / MAKERS.size();
    String name = MAKERS.get(maker) + " " + subcategory.items().get((maker + round) % items);
    int series = round / items;
    return series == 0 ? name : name + " " + (series + 1);
  }

  /** Every subcategory begins with a maker of its own. */
  private static int firstMaker(Subcategory subcategory) {
    return Math.floorMod(subcategory.title().hashCode(), MAKERS.size());
  }
}
