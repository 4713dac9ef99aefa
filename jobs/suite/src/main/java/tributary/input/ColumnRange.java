package tributary.input;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tributary.config.UserError;

/**
 * Where a column stands in the lines of a fixed-width text, in characters from 1.
 *
 * @param last its last character; {@link #TO_THE_END} for all that follows
 */
record ColumnRange(int first, int last) implements Serializable {
  static final int TO_THE_END = Integer.MAX_VALUE;

  private static final int WIDEST = 1_000_000;
  private static final Pattern RANGE =
      Pattern.compile("([1-9][0-9]{0,5})(?:(-)([1-9][0-9]{0,5})?)?");

  /**
   * @param widths of columns that follow each other, such as {@code 10,8,30}
   * @throws UserError when they are no widths
   */
  static List<ColumnRange> ofWidths(String widths) {
    List<ColumnRange> ranges = new ArrayList<>();
    int first = 1;
    for (String width : widths.split(",", -1)) {
      if (!width.strip().matches("[1-9][0-9]{0,5}") || first > WIDEST) {
        throw new UserError(
            "option 'widths' is '%s', expected widths such as 10,8,30".formatted(widths));
      }
      ranges.add(new ColumnRange(first, first + Integer.parseInt(width.strip()) - 1));
      first = ranges.get(ranges.size() - 1).last() + 1;
    }
    return ranges;
  }

  /**
   * @param text ranges such as {@code 1-10,11-18,30-}
   * @throws UserError when they are none
   */
  static List<ColumnRange> ofRanges(String text) {
    List<ColumnRange> ranges = new ArrayList<>();
    for (String range : text.split(",", -1)) {
      Matcher matcher = RANGE.matcher(range.strip());
      int first = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 1;
      int last = matcher.matches() ? last(matcher, first) : 0;
      if (last < first) {
        throw new UserError(
            "option 'ranges' is '%s', expected ranges such as 1-10,11-18,30-".formatted(text));
      }
      ranges.add(new ColumnRange(first, last));
    }
    return ranges;
  }

  private static int last(Matcher matcher, int first) {
    if (matcher.group(2) == null) {
      return first;
    }
    return matcher.group(3) == null ? TO_THE_END : Integer.parseInt(matcher.group(3));
  }
}
