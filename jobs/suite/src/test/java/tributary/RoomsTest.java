package tributary;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableResult;
import tributary.app.Main;

/** What each room must never do. */
@AnalyzeClasses(packages = "tributary", importOptions = DoNotIncludeTests.class)
class RoomsTest {
  /** Of the command {@code sql}: what they are is known only when they are parsed. */
  private static final String USERS_OWN_STATEMENTS = "tributary.app.StatementRunner";

  /**
   * What writes or reads as the machine does, where it is given no locale: a task runs on a machine
   * of the cluster, and not with the locale that {@code Main} sets. See also {@link FormattedTest}.
   */
  private static final Set<String> IN_THE_LOCALE_OF_THE_MACHINE =
      Set.of(
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.Console.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.text.DecimalFormat.<init>(java.lang.String)",
          "java.text.NumberFormat.getInstance()",
          "java.text.SimpleDateFormat.<init>(java.lang.String)",
          "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
          "java.time.format.DateTimeFormatterBuilder.toFormatter()",
          "java.util.Formatter.<init>()",
          "java.util.Formatter.<init>(java.lang.Appendable)",
          "java.util.Locale.getDefault()",
          "java.util.Locale.getDefault(java.util.Locale$Category)",
          "java.util.Scanner.<init>(java.io.InputStream)",
          "java.util.Scanner.<init>(java.lang.String)");

  @ArchTest
  static final ArchRule arrowsRunDownward =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("app")
          .definedBy("tributary.app..")
          .layer("generate")
          .definedBy("tributary.generate..")
          .layer("input")
          .definedBy("tributary.input..")
          .layer("curate")
          .definedBy("tributary.curate..")
          .layer("segment")
          .definedBy("tributary.segment..")
          .layer("recommend")
          .definedBy("tributary.recommend..")
          .layer("insight")
          .definedBy("tributary.insight..")
          .layer("publish")
          .definedBy("tributary.publish..")
          .layer("lake")
          .definedBy("tributary.lake..")
          .layer("script")
          .definedBy("tributary.script..")
          .layer("config")
          .definedBy("tributary.config..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("generate")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("input")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("curate")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("segment")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("recommend")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("insight")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("publish")
          .mayOnlyBeAccessedByLayers("app", "curate", "segment", "recommend", "insight")
          .whereLayer("lake")
          .mayOnlyBeAccessedByLayers("app", "curate", "segment", "recommend", "insight", "publish")
          .whereLayer("script")
          .mayOnlyBeAccessedByLayers(
              "app", "input", "curate", "segment", "recommend", "insight", "publish")
          .whereLayer("config")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule onlyTheLakeNamesIceberg =
      noClasses()
          .that()
          .resideOutsideOfPackage("tributary.lake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.iceberg..", "software.amazon..");

  @ArchTest
  static final ArchRule configNamesNoEngine =
      noClasses()
          .that()
          .resideInAPackage("tributary.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.iceberg..");

  @ArchTest
  static final ArchRule theGeneratorIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("tributary.generate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.iceberg..");

  @ArchTest
  static final ArchRule segmentsAreJudgedAndExplainedInPlainJava =
      noClasses()
          .that()
          .resideInAnyPackage(
              "tributary.segment.cluster..",
              "tributary.segment.identity..",
              "tributary.segment.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.iceberg..",
              "tributary.segment",
              "tributary.publish..",
              "tributary.script..",
              "tributary.config..");

  @ArchTest
  static final ArchRule recommendersArePlainJava =
      noClasses()
          .that()
          .resideInAPackage("tributary.recommend.*..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.iceberg..",
              "tributary.recommend",
              "tributary.publish..",
              "tributary.lake..",
              "tributary.script..",
              "tributary.config..");

  @ArchTest
  static final ArchRule modelsDoNotReadTheWallClock =
      noClasses()
          .that()
          .resideInAnyPackage(
              "tributary.segment..",
              "tributary.recommend..",
              "tributary.insight..",
              "tributary.curate..",
              "tributary.generate..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule onlyConfigReadsTheEnvironment =
      noClasses()
          .that()
          .resideOutsideOfPackage("tributary.config..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule onePlaceExecutesJobs =
      noClasses()
          .that()
          .resideOutsideOfPackage("tributary.script..")
          .and()
          .doNotHaveFullyQualifiedName(USERS_OWN_STATEMENTS)
          .should()
          .callMethod(StatementSet.class, "execute")
          .orShould()
          .callMethod(TableResult.class, "await")
          .orShould()
          .callMethod(JobClient.class, "getJobExecutionResult");

  @ArchTest
  static final ArchRule onlyMainExits =
      noClasses()
          .that(not(belongToAnyOf(Main.class)))
          .should()
          .callMethod(System.class, "exit", int.class);

  /** Also by reference, as in {@code String::toLowerCase}. */
  @ArchTest
  static final ArchRule nothingDependsOnTheLocaleOfTheMachine =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.<JavaAccess<?>>describe(
                  "it is given no locale",
                  access ->
                      IN_THE_LOCALE_OF_THE_MACHINE.contains(access.getTarget().getFullName())));
}
