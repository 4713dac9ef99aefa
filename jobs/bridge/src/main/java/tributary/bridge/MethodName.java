package tributary.bridge;

import org.objectweb.asm.Type;

/**
 * A method as the table writes it: {@code owner.name(arguments)result}; the owner is empty for a
 * method of the class at hand.
 */
record MethodName(String owner, String name, String descriptor) {

  static MethodName parse(String text) {
    int parenthesis = text.indexOf('(');
    if (parenthesis < 0) {
      throw new IllegalArgumentException("Invalid method " + text + ": it has no descriptor");
    }
    int dot = text.lastIndexOf('.', parenthesis);
    return new MethodName(
        text.substring(0, Math.max(0, dot)),
        text.substring(dot + 1, parenthesis),
        text.substring(parenthesis));
  }

  /** The descriptor of a static method that takes the receiver as its first argument. */
  static String withReceiver(String owner, String descriptor) {
    return "(" + Type.getObjectType(owner).getDescriptor() + descriptor.substring(1);
  }
}
