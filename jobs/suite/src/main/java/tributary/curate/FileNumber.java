package tributary.curate;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code FILE_NUMBER(source_file)}: the number in the lake of a file that is being taken in. A
 * function rather than a join, so that lines go from the reader to the writer in one task.
 */
public final class FileNumber extends ScalarFunction {
  private static final long serialVersionUID = 1L;
  static final String NAME = "FILE_NUMBER";

  private final TreeMap<String, Long> numbers;

  private transient StringData lastName;
  private transient long lastNumber;

  /**
   * @param numbers by the names of files
   */
  FileNumber(Map<String, Long> numbers) {
    this.numbers = new TreeMap<>(numbers);
  }

  @DataTypeHint("BIGINT NOT NULL")
  public long eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData sourceFile) {
    if (sourceFile == null || !sourceFile.equals(lastName)) {
      String name = String.valueOf(sourceFile);
      Long number = numbers.get(name);
      if (number == null) {
        throw new IllegalArgumentException("Invalid source_file of a line: " + name);
      }
      lastName = StringData.fromString(name);
      lastNumber = number;
    }
    return lastNumber;
  }
}
