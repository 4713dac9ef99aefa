package tributary.bridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import tributary.bridge.ClassFile.Member;
import tributary.bridge.ClassFile.Reference;
import tributary.bridge.ClassFile.Use;

/**
 * Resolves what a class uses as the JVM would when it links it (JVMS 5.4.3), without running it.
 *
 * <p>Reported are missing classes, missing fields and methods, static uses of what is not static
 * and the reverse, classes used as interfaces and the reverse, uses of what is not accessible,
 * abstract methods that a concrete class does not implement, final methods that it overrides, and
 * lambdas whose interface has another abstract method.
 */
final class LinkCheck {
  private final ClassFiles classFiles;
  private final Set<String> optional;

  /** A member and the class that declares it. */
  private record Declared(ClassFile owner, Member member) {}

  /**
   * @param optional classes that may be missing
   */
  LinkCheck(ClassFiles classFiles, Set<String> optional) {
    this.classFiles = classFiles;
    this.optional = Set.copyOf(optional);
  }

  /** One line per problem of the class, each beginning with the class' name. */
  List<String> problems(String className) {
    ClassFile classFile =
        classFiles
            .find(className)
            .orElseThrow(() -> new IllegalArgumentException("Cannot find class " + className));
    List<String> missing = missingTypes(classFile);
    Stream<String> found =
        missing.isEmpty()
            ? Stream.concat(
                classFile.references().stream().map(use -> problem(classFile, use)),
                inheritanceProblems(classFile).stream())
            : missing.stream().map(type -> "missing class " + type);
    return found.filter(Objects::nonNull).map(text -> className + ": " + text).toList();
  }

  private List<String> missingTypes(ClassFile classFile) {
    return classFile.types().stream()
        .filter(type -> !optional.contains(type) && classFiles.find(type).isEmpty())
        .toList();
  }

  private String problem(ClassFile user, Reference reference) {
    if (reference.owner().startsWith("[") || optional.contains(reference.owner())) {
      return null;
    }
    ClassFile owner = classFiles.find(reference.owner()).orElseThrow();
    if (reference.use() == Use.LAMBDA) {
      return lambdaProblem(owner, reference);
    }
    if (!reference.isField() && owner.isInterface() != reference.onInterface()) {
      return "class and interface confused in " + reference;
    }
    Optional<Declared> declared =
        lineage(owner).stream().flatMap(type -> declared(type, reference)).findFirst();
    if (declared.isEmpty()) {
      return "missing " + reference;
    }
    return declaredProblem(user, reference, declared.get());
  }

  private static Stream<Declared> declared(ClassFile type, Reference reference) {
    return (reference.isField() ? type.fields() : type.methods())
        .stream()
            .filter(
                member ->
                    member.hasSignature(reference.name(), reference.descriptor())
                        || isSignaturePolymorphic(type, member, reference))
            .map(member -> new Declared(type, member));
  }

  private static boolean isSignaturePolymorphic(ClassFile type, Member member, Reference use) {
    return type.name().startsWith("java/lang/invoke/")
        && member.is(Opcodes.ACC_NATIVE)
        && member.is(Opcodes.ACC_VARARGS)
        && member.name().equals(use.name());
  }

  private static String declaredProblem(ClassFile user, Reference reference, Declared declared) {
    boolean staticUse = reference.use() == Use.STATIC_METHOD || reference.use() == Use.STATIC_FIELD;
    if (staticUse != declared.member().is(Opcodes.ACC_STATIC)) {
      return "static and instance confused in " + reference;
    }
    return isAccessible(user, declared) ? null : "no access to " + reference;
  }

  private static boolean isAccessible(ClassFile user, Declared declared) {
    Member member = declared.member();
    if (member.is(Opcodes.ACC_PUBLIC) || member.is(Opcodes.ACC_PROTECTED)) {
      return true;
    }
    return member.is(Opcodes.ACC_PRIVATE)
        ? nest(user).equals(nest(declared.owner()))
        : user.packageName().equals(declared.owner().packageName());
  }

  private static String nest(ClassFile classFile) {
    return classFile.name().split("\\$", 2)[0];
  }

  private String lambdaProblem(ClassFile functional, Reference reference) {
    List<Member> open = unimplemented(functional);
    boolean fits =
        open.stream()
            .anyMatch(member -> member.hasSignature(reference.name(), reference.descriptor()));
    return fits && open.size() == 1 ? null : "no longer a functional interface for " + reference;
  }

  private List<String> inheritanceProblems(ClassFile classFile) {
    List<String> problems = new ArrayList<>();
    if (!classFile.is(Opcodes.ACC_ABSTRACT)) {
      unimplemented(classFile)
          .forEach(m -> problems.add("abstract method " + m.name() + m.descriptor()));
    }
    for (ClassFile parent : lineage(classFile).subList(1, lineage(classFile).size())) {
      if (parent.is(Opcodes.ACC_FINAL)) {
        problems.add("extends final class " + parent.name());
      }
      parent.methods().stream()
          .filter(method -> method.is(Opcodes.ACC_FINAL) && !method.is(Opcodes.ACC_PRIVATE))
          .filter(method -> declares(classFile, method))
          .forEach(m -> problems.add("overrides final " + parent.name() + "." + m.name()));
    }
    return problems;
  }

  private static boolean declares(ClassFile classFile, Member method) {
    return classFile.methods().stream()
        .anyMatch(own -> own.hasSignature(method.name(), method.descriptor()));
  }

  /** Abstract methods that nothing in the lineage implements. */
  private List<Member> unimplemented(ClassFile classFile) {
    List<ClassFile> lineage = lineage(classFile);
    Map<String, Member> open = new LinkedHashMap<>();
    lineage.stream()
        .flatMap(type -> type.methods().stream())
        .filter(method -> method.is(Opcodes.ACC_ABSTRACT))
        .forEach(method -> open.putIfAbsent(method.name() + method.descriptor(), method));
    lineage.stream()
        .flatMap(type -> type.methods().stream())
        .filter(method -> !method.is(Opcodes.ACC_ABSTRACT) && !method.is(Opcodes.ACC_STATIC))
        .forEach(method -> open.remove(method.name() + method.descriptor()));
    if (classFile.isInterface()) {
      objectMethods().forEach(open::remove);
    }
    return List.copyOf(open.values());
  }

  private List<String> objectMethods() {
    return classFiles.find("java/lang/Object").orElseThrow().methods().stream()
        .map(method -> method.name() + method.descriptor())
        .toList();
  }

  /** The class, its superclasses from near to far, then every interface of them all. */
  private List<ClassFile> lineage(ClassFile classFile) {
    Map<String, ClassFile> lineage = new LinkedHashMap<>();
    for (ClassFile type = classFile; type != null; type = parent(type)) {
      lineage.put(type.name(), type);
    }
    List.copyOf(lineage.values()).forEach(type -> addInterfaces(type, lineage));
    return List.copyOf(lineage.values());
  }

  private ClassFile parent(ClassFile type) {
    return Optional.ofNullable(type.superName()).flatMap(classFiles::find).orElse(null);
  }

  private void addInterfaces(ClassFile type, Map<String, ClassFile> lineage) {
    for (String name : type.interfaces()) {
      classFiles
          .find(name)
          .ifPresent(
              found -> {
                lineage.putIfAbsent(name, found);
                addInterfaces(found, lineage);
              });
    }
  }
}
