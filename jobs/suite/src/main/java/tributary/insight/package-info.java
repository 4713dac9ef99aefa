/** Business figures of what was sold, and what the columns of curated tables hold. */
package tributary.insight;
