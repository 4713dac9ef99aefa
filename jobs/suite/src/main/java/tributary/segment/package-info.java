/**
 * Windows of history, features, clustering, and the segments' identity and names. It never reads
 * the wall clock: a window's end is an argument.
 */
package tributary.segment;
