#!/usr/bin/env bash
# pyarrow 25.0.1 and parquet-java 1.17.1, maps with nulls in small pages.
#
# Behaviour: pyarrow with a small data_page_size, a dictionary and nulls writes
# data pages of 0 values between others. pyarrow reads them; parquet-java's record
# reader takes the first one for damage, though it knows the page's count. With
# pages of the usual size the same rows are read.
#
# What to do: hand the record reader a PageReadStore whose readPage passes over
# pages of 0 values; or write pages of 1 KiB and more.
set -euo pipefail
# shellcheck source=findings/lib.bash
. "$(dirname "${BASH_SOURCE[0]}")/lib.bash"

python3 -m pip install -q --target "$scratch/python" pyarrow==25.0.1 >&2
cat >"$scratch/write.py" <<'PY'
import sys
import pyarrow as pa
import pyarrow.parquet as pq

entries = [
    None if i % 13 == 0 else [(f"k{j}", i * j) for j in range(i % 4)]
    for i in range(300)
]
table = pa.table({"entries": pa.array(entries, pa.map_(pa.string(), pa.int32()))})
pq.write_table(
    table,
    sys.argv[1],
    data_page_version="1.0",
    data_page_size=int(sys.argv[2]),
    write_batch_size=7,
)
print(pq.read_table(sys.argv[1]).equals(table))
PY
jars=$(classpath org.apache.parquet:parquet-avro:1.17.1 \
  org.apache.hadoop:hadoop-common:3.4.1 \
  org.apache.hadoop:hadoop-mapreduce-client-core:3.4.1)
for size in 64 1048576; do
  equal=$(PYTHONPATH="$scratch/python" python3 "$scratch/write.py" "$scratch/$size.parquet" "$size")
  expect "pyarrow reads pages of $size bytes as written" True "$equal"
done
expect "parquet-java with pages of 1048576 bytes" "300 rows" \
  "$(run "$jars" "$here/EmptyDataPage.java" "$scratch/1048576.parquet")"
expect "parquet-java with pages of 64 bytes" "an error: Reading past RLE/BitPacking stream." \
  "$(run "$jars" "$here/EmptyDataPage.java" "$scratch/64.parquet")"
