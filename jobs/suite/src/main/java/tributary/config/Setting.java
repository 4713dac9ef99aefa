package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * One setting: what it is called, what it accepts and what it is when nobody sets it. Its name is
 * its key in the configuration file; {@code TRIBUTARY_} and the name in capitals is its environment
 * variable; {@code --} and the name is its flag unless another is given.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {
  /** How a setting appears on the command line. */
  public enum Form {
    /** {@code --name VALUE}, once. */
    VALUE,
    /** {@code --name}, which means true. */
    SWITCH,
    /** {@code --name VALUE}, any number of times. */
    REPEATED,
    /** An argument without a flag. */
    ARGUMENT,
    /** Not at all: only in the environment or in a file. */
    SECRET
  }

  static final String PREFIX = "TRIBUTARY_";

  private final String name;
  private final ValueType<T> type;
  private final Form form;
  private final String flag;
  private final String label;
  private final String description;
  private final String defaultText;

  private Setting(
      String name,
      ValueType<T> type,
      Form form,
      String flag,
      String label,
      String description,
      String defaultText) {
    this.name = requireNonNull(name, "name is null");
    this.type = requireNonNull(type, "type is null");
    this.form = requireNonNull(form, "form is null");
    this.flag = requireNonNull(flag, "flag is null");
    this.label = requireNonNull(label, "label is null");
    this.description = requireNonNull(description, "description is null");
    this.defaultText = defaultText;
  }

  /**
   * @param name lower-case words joined by hyphens, unique over all commands
   * @param label stands for the value in the help text
   * @param description one sentence for the help text, without a full stop
   */
  public static <T> Setting<T> of(
      String name, String label, ValueType<T> type, String description) {
    Form form =
        switch (type.shape()) {
          case ONE -> Form.VALUE;
          case TRUTH -> Form.SWITCH;
          case MANY -> Form.REPEATED;
        };
    return new Setting<>(name, type, form, "--" + name, label, description, null);
  }

  /** The same with a default, given as a user would write it. */
  public Setting<T> defaultsTo(Object text) {
    return new Setting<>(name, type, form, flag, label, description, text.toString());
  }

  /** The same under another flag: two commands may each have a {@code --format} of their own. */
  public Setting<T> flag(String other) {
    return new Setting<>(name, type, form, other, label, description, defaultText);
  }

  /** The same as an argument without a flag. */
  public Setting<T> argument() {
    return new Setting<>(name, type, Form.ARGUMENT, label, label, description, defaultText);
  }

  /** The same, kept off the command line, where other users of the machine would see it. */
  public Setting<T> secret() {
    return new Setting<>(name, type, Form.SECRET, flag, label, description, defaultText);
  }

  public String name() {
    return name;
  }

  public Form form() {
    return form;
  }

  /** As written on the command line; an argument's label. */
  public String flag() {
    return flag;
  }

  public String label() {
    return label;
  }

  public String description() {
    return description;
  }

  public Optional<String> defaultText() {
    return Optional.ofNullable(defaultText);
  }

  /** The name of its environment variable. */
  public String variable() {
    return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  ValueType<T> type() {
    return type;
  }
}
