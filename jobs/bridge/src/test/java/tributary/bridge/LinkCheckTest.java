package tributary.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkCheckTest {
  private static final Path CLASSES = Path.of("target", "classes");
  private static final Path TABLE = Path.of("src", "main", "relink", "flink-ml.relink");

  @Test
  void everyBundledClassResolvesAgainstThisFlink() throws IOException {
    RelinkTable table = RelinkTable.parse(Files.readAllLines(TABLE));
    try (ClassFiles bridge = new ClassFiles(List.of(CLASSES));
        ClassFiles everything = new ClassFiles(classPath())) {
      List<String> reached = List.copyOf(Reachable.from(table.roots(), bridge::bytes).keySet());
      LinkCheck check = new LinkCheck(everything, table.optional());

      assertThat(reached).hasSizeGreaterThan(300).containsAll(table.afresh());
      assertThat(reached.stream().flatMap(name -> check.problems(name).stream())).isEmpty();
    }
  }

  @Test
  void bundlesEveryReachedClassAndNoOther() throws IOException {
    RelinkTable table = RelinkTable.parse(Files.readAllLines(TABLE));
    try (ClassFiles bridge = new ClassFiles(List.of(CLASSES));
        Stream<Path> files = Files.walk(CLASSES.resolve("org"))) {
      List<String> bundled =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> CLASSES.relativize(file).toString().replace(".class", ""))
              .filter(name -> !name.endsWith("package-info"))
              .sorted()
              .toList();

      assertThat(bundled)
          .containsExactlyElementsOf(Reachable.from(table.roots(), bridge::bytes).keySet());
    }
  }

  @Test
  void sharesTheClassPathWithNoOriginal() throws IOException {
    assertThat(classPath())
        .extracting(entry -> entry.getFileName().toString())
        .noneMatch(name -> name.startsWith("flink-ml-") || name.startsWith("statefun-"));
  }

  @Test
  void followsAnnotationsAndGenericTypes() throws IOException {
    try (ClassFiles classes = new ClassFiles(classPath())) {
      assertThat(classes.find("org/apache/flink/ml/linalg/DenseVector").orElseThrow().types())
          .contains("org/apache/flink/ml/linalg/typeinfo/DenseVectorTypeInfoFactory");
      assertThat(
              classes
                  .find("org/apache/flink/ml/clustering/kmeans/KMeans$CentroidsUpdateReducer")
                  .orElseThrow()
                  .types())
          .contains("org/apache/flink/ml/linalg/DenseVector");
    }
  }

  @Test
  void findsWhatTheOriginalsMiss() throws IOException {
    try (ClassFiles originals = new ClassFiles(withOriginals())) {
      LinkCheck check = new LinkCheck(originals, Set.of());

      assertThat(check.problems("org/apache/flink/iteration/Iterations"))
          .singleElement()
          .asString()
          .contains("missing", "getSideOutput");
      assertThat(
              check.problems(
                  "org/apache/flink/iteration/operator/headprocessor/RegularHeadOperatorRecordProcessor"))
          .singleElement()
          .asString()
          .contains("class and interface confused", "TaskInfo");
      assertThat(
              check.problems(
                  "org/apache/flink/iteration/operator/coordinator/HeadOperatorCoordinator"))
          .hasSize(3)
          .allSatisfy(problem -> assertThat(problem).contains("abstract method"));
      assertThat(check.problems("org/apache/flink/iteration/datacache/nonkeyed/DataCacheSnapshot"))
          .singleElement()
          .asString()
          .contains("missing class", "NonClosingOutpus");
    }
  }

  /** The class path of the tests, in which the bridge's classes stand for Flink ML's jars. */
  private static List<Path> classPath() {
    return paths(System.getProperty("java.class.path"));
  }

  private static List<Path> withOriginals() {
    List<Path> entries = new ArrayList<>(paths(System.getProperty("flink.ml.jars")));
    entries.addAll(classPath());
    return entries;
  }

  private static List<Path> paths(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
  }
}
