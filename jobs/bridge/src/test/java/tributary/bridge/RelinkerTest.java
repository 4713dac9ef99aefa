package tributary.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import tributary.bridge.RelinkTable.Change;
import tributary.bridge.RelinkTable.Kind;

public class RelinkerTest {
  private static final String SAMPLE = "tributary/bridge/RelinkerTest$Sample";
  private static final String HELPER = "tributary/bridge/RelinkerTest$Helper";

  /** What the tests patch. */
  public static class Sample implements IntSupplier {
    private final List<String> words = List.of("one", "two");

    @Override
    public int getAsInt() {
      return words.size();
    }
  }

  /** What patched code calls. */
  public static final class Helper {
    private Helper() {}

    public static int size(List<?> receiver, IntSupplier caller) {
      return caller instanceof Sample ? -1 : 100 + receiver.size();
    }
  }

  @Test
  void redirectsACallToAHelperThatGetsTheReceiverAndTheCaller() throws Exception {
    String target = "static %s.size(Ljava/util/List;Ljava/util/function/IntSupplier;)I";
    Class<?> patched =
        patched(change(Kind.CALL, "java/util/List.size()I", target.formatted(HELPER)));

    IntSupplier supplier = (IntSupplier) patched.getConstructor().newInstance();
    assertThat(supplier.getAsInt()).isEqualTo(102);
  }

  @Test
  void addsAMethodThatDelegatesToAField() throws Exception {
    Class<?> patched = patched(change(Kind.DELEGATE, "contains(Ljava/lang/Object;)Z", "words"));

    Object sample = patched.getConstructor().newInstance();
    assertThat(patched.getMethod("contains", Object.class).invoke(sample, "two")).isEqualTo(true);
    assertThat(patched.getMethod("contains", Object.class).invoke(sample, "six")).isEqualTo(false);
  }

  @Test
  void addsAMethodThatCallsAHelperWithTheObjectFirst() throws IOException {
    ClassFile patched = parsed(change(Kind.ADD, "grow(JLjava/lang/String;)V", HELPER + ".grow"));
    assertThat(patched.references())
        .extracting(ClassFile.Reference::toString)
        .contains(HELPER + ".grow(L" + SAMPLE + ";JLjava/lang/String;)V");
  }

  @Test
  void renamesDeclaredMethodsAndTypes() throws IOException {
    ClassFile patched =
        parsed(
            change(Kind.DECLARE, "getAsInt()I", "getAsLong()I"),
            change(Kind.TYPE, "java/util/List", "java/util/Collection"));
    assertThat(patched.methods()).extracting(ClassFile.Member::name).contains("getAsLong");
    assertThat(patched.types()).contains("java/util/Collection").doesNotContain("java/util/List");
  }

  @Test
  void refusesAChangeThatFindsNothingToChange() {
    for (Kind kind : List.of(Kind.CALL, Kind.DECLARE, Kind.TYPE)) {
      assertThatThrownBy(() -> parsed(change(kind, "java/util/Set.of()I", "virtual x.y()V")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Cannot apply line 7 of the table: " + SAMPLE + " has no java/util/Set.of()I");
    }
    assertThatThrownBy(() -> parsed(change(Kind.DELEGATE, "size()I", "numbers")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesATableThatNamesWhatNothingLeadsTo() throws IOException {
    RelinkTable table = new RelinkTable(Set.of(SAMPLE), Set.of("a/Missing"), Set.of(), List.of());
    try (ClassFiles classes = new ClassFiles(List.of(Path.of("target", "test-classes")))) {
      assertThatThrownBy(() -> new Relinker(table, classes).relink(classes))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("nothing leads to [a/Missing]");
    }
  }

  @Test
  void readsTheTable() {
    RelinkTable table =
        RelinkTable.parse(
            List.of(
                "# comment", "", "root a/A", "afresh b/B", "call a/A x.y()V -> virtual z.y()V"));
    assertThat(table.roots()).containsExactly("a/A");
    assertThat(table.isAfresh("b/B$Inner")).isTrue();
    assertThat(table.isAfresh("b/BB")).isFalse();
    assertThat(table.changesOf("a/A"))
        .containsExactly(new Change(5, Kind.CALL, "a/A", "x.y()V", "virtual z.y()V"));
  }

  @Test
  void namesTheLineThatItCannotRead() {
    for (String line :
        List.of("bundle a/A", "call a/A x.y()V virtual z.y()V", "move a -> b -> c")) {
      assertThatThrownBy(() -> RelinkTable.parse(List.of("root a/A", line)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Invalid line 2 of the table: ");
    }
  }

  private static Change change(Kind kind, String from, String to) {
    return new Change(7, kind, SAMPLE, from, to);
  }

  private static ClassFile parsed(Change... changes) throws IOException {
    return ClassFile.parse(ClassPatcher.patch(sample(), List.of(changes)));
  }

  private static byte[] sample() throws IOException {
    try (ClassFiles classes = new ClassFiles(List.of(Path.of("target", "test-classes")))) {
      return classes.bytes(SAMPLE).orElseThrow();
    }
  }

  private static Class<?> patched(Change... changes) throws IOException {
    byte[] bytes = ClassPatcher.patch(sample(), List.of(changes));
    return new ClassLoader(RelinkerTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(SAMPLE.replace('/', '.'), bytes, 0, bytes.length);
      }
    }.define();
  }
}
