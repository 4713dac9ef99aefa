/** Ranking items, and how good a ranking is: plain Java, no Flink. */
package tributary.recommend.ranking;
