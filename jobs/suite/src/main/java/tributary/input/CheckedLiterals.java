package tributary.input;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentCount;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * Checks what a function is told, such as a date pattern, when SQL is understood rather than when
 * its job runs: every argument after the first that is a literal.
 */
record CheckedLiterals(InputTypeStrategy types, Consumer<String> check)
    implements InputTypeStrategy {

  /**
   * @param check throws an {@link IllegalArgumentException} for a text that is not understood
   */
  static TypeInference of(TypeInference inference, Consumer<String> check) {
    return TypeInference.newBuilder()
        .inputTypeStrategy(new CheckedLiterals(inference.getInputTypeStrategy(), check))
        .outputTypeStrategy(inference.getOutputTypeStrategy())
        .build();
  }

  @Override
  public ArgumentCount getArgumentCount() {
    return types.getArgumentCount();
  }

  @Override
  public Optional<List<DataType>> inferInputTypes(CallContext call, boolean throwOnFailure) {
    for (int i = 1; i < call.getArgumentDataTypes().size(); i++) {
      call.getArgumentValue(i, String.class).ifPresent(CheckedLiterals.this::checkLiteral);
    }
    return types.inferInputTypes(call, throwOnFailure);
  }

  private void checkLiteral(String literal) {
    try {
      check.accept(literal);
    } catch (IllegalArgumentException e) {
      throw new ValidationException(e.getMessage());
    }
  }

  @Override
  public List<Signature> getExpectedSignatures(FunctionDefinition definition) {
    return types.getExpectedSignatures(definition);
  }
}
