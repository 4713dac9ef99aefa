package tributary.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.source.DataStreamScanProvider;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.abilities.SupportsProjectionPushDown;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;

/** Scans the files of one file table; bounded. */
final class RetailFilesSource implements ScanTableSource, SupportsProjectionPushDown {
  private final FileTable table;
  private final List<FileSection> sections;
  private int[][] wanted;
  private DataType produced;

  RetailFilesSource(FileTable table, List<FileSection> sections, DataType produced) {
    this.table = table;
    this.sections = List.copyOf(sections);
    this.produced = produced;
    int columns = table.columns().size() + (table.isInput() ? 1 : 0);
    this.wanted = IntStream.range(0, columns).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
  }

  @Override
  public ChangelogMode getChangelogMode() {
    return ChangelogMode.insertOnly();
  }

  @Override
  public boolean supportsNestedProjection() {
    return true;
  }

  @Override
  public void applyProjection(int[][] projectedFields, DataType producedDataType) {
    wanted = projectedFields;
    produced = producedDataType;
  }

  @Override
  public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
    TypeInformation<RowData> type = context.createTypeInformation(produced);
    return new Provider(table, sections, wanted, type);
  }

  @Override
  public DynamicTableSource copy() {
    RetailFilesSource copy = new RetailFilesSource(table, sections, produced);
    copy.wanted = Arrays.copyOf(wanted, wanted.length);
    return copy;
  }

  @Override
  public String asSummaryString() {
    return "retail files of " + table.name();
  }

  /** Hands the sections out to as many readers as can be busy. */
  private record Provider(
      FileTable table, List<FileSection> sections, int[][] wanted, TypeInformation<RowData> type)
      implements DataStreamScanProvider {
    @Override
    public DataStream<RowData> produceDataStream(
        ProviderContext context, StreamExecutionEnvironment env) {
      int most = Math.max(1, env.getParallelism());
      List<FileSection> parts = FileSection.joined(sections, most);
      Integer[] indexes = IntStream.range(0, parts.size()).boxed().toArray(Integer[]::new);
      return env.fromData(Types.INT, indexes)
          .name("sections of " + table.name())
          .setParallelism(1)
          .rebalance()
          .flatMap(new ReadFiles(parts, table, wanted))
          .name("read " + table.name())
          .setParallelism(Math.max(1, Math.min(parts.size(), most)))
          .returns(type);
    }

    @Override
    public boolean isBounded() {
      return true;
    }
  }
}
