/**
 * What makes a customer belong to a segment, as rules in words that a person can check. Plain Java:
 * it knows neither Flink nor how the segments were found.
 */
package tributary.segment.rules;
