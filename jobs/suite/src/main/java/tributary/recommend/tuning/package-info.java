/** Searching for the parameters of recommenders: plain Java, no Flink. */
package tributary.recommend.tuning;
