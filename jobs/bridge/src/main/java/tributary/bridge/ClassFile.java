package tributary.bridge;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What one class file declares and what it refers to; all names are internal ({@code
 * java/util/Map}).
 *
 * @param superName null for {@code java/lang/Object} only
 * @param types every class that code, descriptors, generic signatures or annotations' values name
 * @param references every field and method that the code uses
 */
record ClassFile(
    String name,
    int access,
    String superName,
    List<String> interfaces,
    List<Member> fields,
    List<Member> methods,
    Set<String> types,
    Set<Reference> references) {

  /** A declared field or method; {@code descriptor} has parentheses for a method. */
  record Member(int access, String name, String descriptor) {
    boolean is(int flag) {
      return (access & flag) != 0;
    }

    boolean hasSignature(String otherName, String otherDescriptor) {
      return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }
  }

  /** How a reference is used, as far as linking tells the uses apart. */
  enum Use {
    STATIC_FIELD,
    INSTANCE_FIELD,
    STATIC_METHOD,
    INSTANCE_METHOD,
    LAMBDA
  }

  /** A use of a field or method of {@code owner}. */
  record Reference(Use use, String owner, String name, String descriptor, boolean onInterface) {
    boolean isField() {
      return use == Use.STATIC_FIELD || use == Use.INSTANCE_FIELD;
    }

    @Override
    public String toString() {
      return owner + "." + name + (isField() ? " " : "") + descriptor;
    }
  }

  static ClassFile parse(byte[] bytes) {
    ClassFileVisitor visitor = new ClassFileVisitor();
    new ClassReader(bytes).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return visitor.classFile();
  }

  boolean isInterface() {
    return is(Opcodes.ACC_INTERFACE);
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  String packageName() {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }
}
