package tributary.input;

import java.util.List;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;

/** The column that every table of input lines has besides its own: where a line comes from. */
final class LineColumn {
  static final String NAME = "line";

  static final List<String> FIELDS =
      List.of("source_file", "source_line", "raw_line", "problem", "unmapped_columns");

  static final int SOURCE_FILE = 0;
  static final int SOURCE_LINE = 1;
  static final int RAW_LINE = 2;
  static final int PROBLEM = 3;
  static final int UNMAPPED_COLUMNS = 4;

  static final DataType TYPE =
      DataTypes.ROW(
          DataTypes.FIELD(FIELDS.get(SOURCE_FILE), DataTypes.STRING()),
          DataTypes.FIELD(FIELDS.get(SOURCE_LINE), DataTypes.BIGINT()),
          DataTypes.FIELD(FIELDS.get(RAW_LINE), DataTypes.STRING()),
          DataTypes.FIELD(FIELDS.get(PROBLEM), DataTypes.STRING()),
          DataTypes.FIELD(FIELDS.get(UNMAPPED_COLUMNS), DataTypes.STRING()));

  private LineColumn() {}
}
