package tributary.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import tributary.bridge.ClassFile.Member;
import tributary.bridge.ClassFile.Reference;
import tributary.bridge.ClassFile.Use;

/** Collects a {@link ClassFile} from ASM's events. */
final class ClassFileVisitor extends ClassVisitor {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private final List<Member> fields = new ArrayList<>();
  private final List<Member> methods = new ArrayList<>();
  private final Set<String> types = new LinkedHashSet<>();
  private final Set<Reference> references = new LinkedHashSet<>();
  private String name;
  private int access;
  private String superName;
  private List<String> interfaces;

  ClassFileVisitor() {
    super(Opcodes.ASM9);
  }

  ClassFile classFile() {
    return new ClassFile(name, access, superName, interfaces, fields, methods, types, references);
  }

  @Override
  public void visit(
      int version, int flags, String self, String signature, String parent, String[] parents) {
    name = self;
    access = flags;
    superName = parent;
    interfaces = List.of(parents);
    types.addAll(interfaces);
    if (parent != null) {
      types.add(parent);
    }
    addSignature(signature);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new Annotation();
  }

  @Override
  public FieldVisitor visitField(
      int flags, String field, String descriptor, String signature, Object initial) {
    fields.add(new Member(flags, field, descriptor));
    addType(Type.getType(descriptor));
    addSignature(signature);
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return new Annotation();
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String method, String descriptor, String signature, String[] exceptions) {
    methods.add(new Member(flags, method, descriptor));
    addType(Type.getMethodType(descriptor));
    addSignature(signature);
    if (exceptions != null) {
      types.addAll(List.of(exceptions));
    }
    return new Body();
  }

  private void addType(Type type) {
    switch (type.getSort()) {
      case Type.ARRAY -> addType(type.getElementType());
      case Type.OBJECT -> types.add(type.getInternalName());
      case Type.METHOD -> {
        addType(type.getReturnType());
        List.of(type.getArgumentTypes()).forEach(this::addType);
      }
      default -> {}
    }
  }

  /** Flink reads generic types by reflection. */
  private void addSignature(String signature) {
    if (signature != null) {
      new SignatureReader(signature).accept(new Signature());
    }
  }

  private void addReference(Use use, String owner, String member, String descriptor, boolean itf) {
    addType(Type.getObjectType(owner));
    addType(Type.getType(descriptor));
    references.add(new Reference(use, owner, member, descriptor, itf));
  }

  private void addConstant(Object constant) {
    if (constant instanceof Type type) {
      addType(type);
    }
    if (constant instanceof Handle handle) {
      addReference(
          useOf(handle),
          handle.getOwner(),
          handle.getName(),
          handle.getDesc(),
          handle.isInterface());
    }
  }

  private static Use useOf(Handle handle) {
    return switch (handle.getTag()) {
      case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> Use.STATIC_FIELD;
      case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD -> Use.INSTANCE_FIELD;
      case Opcodes.H_INVOKESTATIC -> Use.STATIC_METHOD;
      default -> Use.INSTANCE_METHOD;
    };
  }

  /** Collects the classes of a generic signature. */
  private final class Signature extends SignatureVisitor {
    private String type;

    Signature() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitClassType(String name) {
      type = name;
      types.add(type);
    }

    @Override
    public void visitInnerClassType(String name) {
      type = type + "$" + name;
      types.add(type);
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      return new Signature();
    }
  }

  /** Collects the classes that an annotation names, such as a factory of type information. */
  private final class Annotation extends AnnotationVisitor {
    Annotation() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(String element, Object constant) {
      addConstant(constant);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String element, String descriptor) {
      return this;
    }

    @Override
    public AnnotationVisitor visitArray(String element) {
      return this;
    }
  }

  private final class Body extends MethodVisitor {
    Body() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      addType(Type.getObjectType(type));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      addType(Type.getType(descriptor));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      if (type != null) {
        types.add(type);
      }
    }

    @Override
    public void visitLdcInsn(Object constant) {
      addConstant(constant);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
      Use use = isStatic ? Use.STATIC_FIELD : Use.INSTANCE_FIELD;
      addReference(use, owner, field, descriptor, false);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean onInterface) {
      Use use = opcode == Opcodes.INVOKESTATIC ? Use.STATIC_METHOD : Use.INSTANCE_METHOD;
      addReference(use, owner, method, descriptor, onInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      addType(Type.getMethodType(descriptor));
      addConstant(bootstrap);
      List.of(arguments).forEach(ClassFileVisitor.this::addConstant);
      if (bootstrap.getOwner().equals(LAMBDAS)) {
        String functional = Type.getReturnType(descriptor).getInternalName();
        addReference(Use.LAMBDA, functional, method, arguments[0].toString(), true);
      }
    }
  }
}
