/**
 * Which of a new model's clusters are segments that were published before, and what became of the
 * others. Plain Java: it knows neither Flink nor how the clusters were found.
 */
package tributary.segment.identity;
