package tributary;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Runs tests as on a machine whose user reads Arabic digits and Turkish letters, where {@code
 * "%d".formatted(5)} is no 5 and the small letter of I has no dot: what a test expects holds there
 * too, for a task runs with the locale of a machine of the cluster.
 */
public final class ForeignLocale implements BeforeEachCallback, AfterEachCallback {
  private static final Locale FOREIGN = Locale.forLanguageTag("tr-TR-u-nu-arab");
  private static final Namespace NAMESPACE = Namespace.create(ForeignLocale.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put(Locale.class, Locale.getDefault());
    Locale.setDefault(FOREIGN);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Locale.setDefault(context.getStore(NAMESPACE).get(Locale.class, Locale.class));
  }
}
