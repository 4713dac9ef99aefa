package tributary.segment.rules;

import static java.util.Objects.requireNonNull;

/**
 * Who belongs to a segment. All figures are of customers held out, whom the rule was not made from.
 *
 * @param cluster the segment's index
 * @param ruleNumber from 1 within the segment; the rule that covers most of it comes first
 * @param words such as {@code gross spend above 1,250 and recency days at most 41}
 * @param customers who meet the rule; at least one
 * @param precision the share of them who are in the segment
 * @param coverage the share of the segment's customers who meet the rule
 */
public record SegmentRule(
    int cluster, int ruleNumber, String words, long customers, double precision, double coverage) {
  public SegmentRule {
    requireNonNull(words, "words is null");
  }
}
