package tributary.segment.rules;

import java.util.List;

/**
 * The rules of all segments together.
 *
 * @param rules by segment and number; no customer meets two of them. A segment that is not the most
 *     frequent one anywhere in the tree has none
 * @param heldOutAccuracy the share of customers held out whom the rules place in their own segment;
 *     0 without rules
 * @param heldOut how many customers were held out
 * @param majorityAccuracy the share whom the largest segment alone would place; 0 without rules
 */
public record RuleSet(
    List<SegmentRule> rules, double heldOutAccuracy, long heldOut, double majorityAccuracy) {
  public RuleSet {
    rules = List.copyOf(rules);
  }
}
