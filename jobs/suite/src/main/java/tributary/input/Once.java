package tributary.input;

import java.util.List;
import java.util.Optional;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentCount;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.ConstantArgumentCount;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.Signature;
import org.apache.flink.table.types.inference.Signature.Argument;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.utils.DataTypeUtils;

/**
 * {@code ONCE(expression)}: the expression's own result, computed once per row however often later
 * expressions mention it. Flink otherwise puts a view's expression into the place of each mention,
 * so that a chain of views grows with the product of their mentions. Saying that the function is
 * not deterministic keeps it from that.
 */
public final class Once extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  /** The argument as it is. */
  public Object eval(Object result) {
    return result;
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }

  @Override
  public TypeInference getTypeInference(DataTypeFactory factory) {
    return TypeInference.newBuilder()
        .inputTypeStrategy(new AsItIs())
        .outputTypeStrategy(context -> Optional.of(argument(context)))
        .build();
  }

  /** Of Flink's own representation, so that nothing is converted on the way. */
  private static DataType argument(CallContext context) {
    return DataTypeUtils.toInternalDataType(context.getArgumentDataTypes().get(0).getLogicalType());
  }

  private static final class AsItIs implements InputTypeStrategy {
    @Override
    public ArgumentCount getArgumentCount() {
      return ConstantArgumentCount.of(1);
    }

    @Override
    public Optional<List<DataType>> inferInputTypes(CallContext context, boolean throwOnFailure) {
      return Optional.of(List.of(argument(context)));
    }

    @Override
    public List<Signature> getExpectedSignatures(FunctionDefinition definition) {
      return List.of(Signature.of(Argument.of("expression")));
    }
  }
}
