package tributary.bridge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import tributary.bridge.RelinkTable.Change;
import tributary.bridge.RelinkTable.Kind;

/** Edits one class file by the changes that the table has for it. */
final class ClassPatcher extends ClassVisitor {
  private final List<Change> changes;
  private final Set<Change> applied = new HashSet<>();
  private final Map<String, String> fields = new HashMap<>();
  private String className;

  private ClassPatcher(ClassVisitor next, List<Change> changes) {
    super(Opcodes.ASM9, next);
    this.changes = changes;
  }

  /**
   * Applies every change.
   *
   * @throws IllegalStateException when a change found nothing to change
   */
  static byte[] patch(byte[] original, List<Change> changes) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    TypeRenamer renamer = new TypeRenamer(changes);
    ClassPatcher patcher = new ClassPatcher(new ClassRemapper(writer, renamer), changes);
    reader.accept(patcher, 0);
    patcher.applied.addAll(renamer.applied);
    for (Change change : changes) {
      if (!patcher.applied.contains(change)) {
        throw new IllegalStateException(
            "Cannot apply line %s of the table: %s has no %s"
                .formatted(change.line(), change.className(), change.from()));
      }
    }
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] parents) {
    className = name;
    super.visit(version, access, name, signature, parent, parents);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    fields.put(name, descriptor);
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodName declared = new MethodName("", name, descriptor);
    for (Change change : ofKind(Kind.DECLARE)) {
      if (MethodName.parse(change.from()).equals(declared)) {
        declared = MethodName.parse(change.to());
        applied.add(change);
      }
    }
    return new Calls(
        super.visitMethod(access, declared.name(), declared.descriptor(), signature, exceptions));
  }

  @Override
  public void visitEnd() {
    ofKind(Kind.DELEGATE).forEach(this::addDelegate);
    ofKind(Kind.ADD).forEach(this::addHelperCall);
    super.visitEnd();
  }

  private List<Change> ofKind(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  private void addDelegate(Change change) {
    String field = fields.get(change.to());
    if (field == null) {
      return;
    }
    MethodName method = MethodName.parse(change.from());
    MethodVisitor body = begin(method);
    body.visitFieldInsn(Opcodes.GETFIELD, className, change.to(), field);
    loadArguments(body, method);
    String target = Type.getType(field).getInternalName();
    body.visitMethodInsn(Opcodes.INVOKEINTERFACE, target, method.name(), method.descriptor(), true);
    end(body, method);
    applied.add(change);
  }

  private void addHelperCall(Change change) {
    MethodName method = MethodName.parse(change.from());
    MethodName helper = MethodName.parse(change.to() + method.descriptor());
    MethodVisitor body = begin(method);
    loadArguments(body, method);
    body.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        helper.owner(),
        helper.name(),
        MethodName.withReceiver(className, helper.descriptor()),
        false);
    end(body, method);
    applied.add(change);
  }

  private MethodVisitor begin(MethodName method) {
    MethodVisitor body =
        super.visitMethod(Opcodes.ACC_PUBLIC, method.name(), method.descriptor(), null, null);
    body.visitCode();
    body.visitVarInsn(Opcodes.ALOAD, 0);
    return body;
  }

  private static void loadArguments(MethodVisitor body, MethodName method) {
    int variable = 1;
    for (Type argument : Type.getArgumentTypes(method.descriptor())) {
      body.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), variable);
      variable += argument.getSize();
    }
  }

  private static void end(MethodVisitor body, MethodName method) {
    body.visitInsn(Type.getReturnType(method.descriptor()).getOpcode(Opcodes.IRETURN));
    body.visitMaxs(0, 0);
    body.visitEnd();
  }

  /** Redirects calls. */
  private final class Calls extends MethodVisitor {
    Calls(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean onInterface) {
      MethodName called = new MethodName(owner, name, descriptor);
      for (Change change : ofKind(Kind.CALL)) {
        if (MethodName.parse(change.from()).equals(called)) {
          applied.add(change);
          redirect(change.to().split(" ", 2));
          return;
        }
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
    }

    private void redirect(String[] howAndTarget) {
      int opcode =
          switch (howAndTarget[0]) {
            case "virtual" -> Opcodes.INVOKEVIRTUAL;
            case "interface" -> Opcodes.INVOKEINTERFACE;
            case "static" -> Opcodes.INVOKESTATIC;
            default -> throw new IllegalArgumentException("Invalid call " + howAndTarget[0]);
          };
      MethodName target = MethodName.parse(howAndTarget[1]);
      if (opcode == Opcodes.INVOKESTATIC) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
      }
      super.visitMethodInsn(
          opcode,
          target.owner(),
          target.name(),
          target.descriptor(),
          opcode == Opcodes.INVOKEINTERFACE);
    }
  }

  /** Gives types another name wherever the class mentions them. */
  private static final class TypeRenamer extends Remapper {
    private final List<Change> changes;
    private final Set<Change> applied = new HashSet<>();

    TypeRenamer(List<Change> changes) {
      this.changes = changes;
    }

    @Override
    public String map(String internalName) {
      for (Change change : changes) {
        if (change.kind() == Kind.TYPE && change.from().equals(internalName)) {
          applied.add(change);
          return change.to();
        }
      }
      return internalName;
    }
  }
}
