package tributary.segment.rules;

/**
 * A leaf of the tree.
 *
 * @param region the customers who end in it
 * @param cluster the segment that most of them are in
 */
record Leaf(Region region, int cluster) {}
