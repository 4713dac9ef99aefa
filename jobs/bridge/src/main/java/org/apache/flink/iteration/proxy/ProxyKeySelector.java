package org.apache.flink.iteration.proxy;

import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.iteration.IterationRecord;

/**
 * Selects keys inside an iteration. Which operator asks decides whether the value still is wrapped
 * in an {@link IterationRecord}; both kinds are taken.
 */
public class ProxyKeySelector<T, KEY> implements KeySelector<Object, KEY> {
  private static final long serialVersionUID = 1L;

  private final KeySelector<T, KEY> wrappedKeySelector;

  public ProxyKeySelector(KeySelector<T, KEY> wrappedKeySelector) {
    this.wrappedKeySelector = wrappedKeySelector;
  }

  public KeySelector<T, KEY> getWrappedKeySelector() {
    return wrappedKeySelector;
  }

  @Override
  @SuppressWarnings("unchecked")
  public KEY getKey(Object value) throws Exception {
    Object bare = value instanceof IterationRecord<?> record ? record.getValue() : value;
    return wrappedKeySelector.getKey((T) bare);
  }
}
