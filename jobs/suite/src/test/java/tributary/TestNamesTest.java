package tributary;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;

/** The build looks for tests by the names of classes: in one of another name they never run. */
@AnalyzeClasses(locations = TestNamesTest.TestsOfBothModules.class)
class TestNamesTest {
  @ArchTest
  static final ArchRule everyTestIsFound =
      classes().that(describe("have tests", TestNamesTest::haveTests)).should(beFound());

  /** Every way of saying that something is a test is marked as testable itself. */
  private static boolean haveTests(JavaClass type) {
    return !type.getModifiers().contains(ABSTRACT)
        && Stream.concat(type.getAllMethods().stream(), type.getAllFields().stream())
            .anyMatch(member -> member.isMetaAnnotatedWith(Testable.class));
  }

  private static ArchCondition<JavaClass> beFound() {
    return new ArchCondition<>("be named ...Test or ...IT, or be @Nested in one that is") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(new SimpleConditionEvent(type, isFound(type), type.getName() + " is never run"));
      }
    };
  }

  private static boolean isFound(JavaClass type) {
    return type.isAnnotatedWith(Nested.class)
        ? isFound(type.getEnclosingClass().orElseThrow())
        : type.isTopLevelClass() && type.getSimpleName().matches(".+(Test|IT)");
  }

  static final class TestsOfBothModules implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
      return Set.of(
          Location.of(Path.of("target", "test-classes")),
          Location.of(Path.of("..", "bridge", "target", "test-classes")));
    }
  }
}
