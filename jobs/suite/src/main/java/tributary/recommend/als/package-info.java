/** Alternating least squares on implicit feedback: plain Java, no Flink. */
package tributary.recommend.als;
