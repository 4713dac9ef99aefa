package tributary.lake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.SortOrderBuilder;

/**
 * One column of a table's sort order; nulls come first when ascending, last when descending.
 *
 * @param column the column
 * @param isDescending whether large values come first
 */
record SortField(String column, boolean isDescending) {
  private static final Pattern SORT = Pattern.compile("(\\w+)(?:\\s+(asc|desc))?");

  static Optional<SortField> parse(String text) {
    Matcher matcher = SORT.matcher(text);
    return matcher.matches()
        ? Optional.of(new SortField(matcher.group(1), "desc".equals(matcher.group(2))))
        : Optional.empty();
  }

  void addTo(SortOrderBuilder<?> order) {
    if (isDescending) {
      order.desc(column);
      return;
    }
    order.asc(column);
  }
}
