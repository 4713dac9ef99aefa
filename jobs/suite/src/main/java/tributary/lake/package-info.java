/**
 * The lake: its catalog, its tables as their contracts describe them, branches, snapshots and
 * upkeep. The only room that names Iceberg, Hadoop or S3 classes; no signature shows one.
 */
package tributary.lake;
