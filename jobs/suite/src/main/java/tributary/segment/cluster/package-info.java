/**
 * Judging clusters and choosing among them, in plain Java: indices of quality, agreement between
 * partitions, the choice of k, and other algorithms on a sample. Points are n x d, already scaled;
 * labels count from 0, and -1 is noise. It names no engine, reads no clock, and hands out neither
 * NaN nor infinity.
 */
package tributary.segment.cluster;
