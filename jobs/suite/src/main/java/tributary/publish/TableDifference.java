package tributary.publish;

import tributary.lake.TableName;

/**
 * How two states of a table differ.
 *
 * @param added rows of the second whose key the first does not have
 * @param removed rows of the first whose key the second does not have
 * @param changed rows with the same key and another value
 * @param example the key of such a row; empty when there is none
 */
public record TableDifference(
    TableName table, long added, long removed, long changed, String example) {}
