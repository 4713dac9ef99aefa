package tributary.generate;

import java.util.List;

/**
 * A shelf of a category.
 *
 * @param title as it stands in the files
 * @param items what is sold there; no word occurs in two subcategories, so product names stay
 *     unique
 */
record Subcategory(String title, List<String> items) {
  static Subcategory of(String title, String... items) {
    return new Subcategory(title, List.of(items));
  }
}
