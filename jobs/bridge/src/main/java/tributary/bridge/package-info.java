/**
 * The step of the build that makes Flink ML 2.2 run on the Flink of the root pom.
 *
 * <p>{@link tributary.bridge.Relinker} reads {@code src/main/relink/flink-ml.relink}, takes the
 * classes that the suite's algorithms lead to out of Flink ML's jars, changes what the table says,
 * and writes them beside the classes that this module has written itself. So whoever depends on
 * this module sees each class of Flink ML once, whether as a jar or as a directory of classes, and
 * no order of a class path decides anything. The README of this module tells the rest.
 */
package tributary.bridge;
