package tributary.publish;

import tributary.lake.Severity;
import tributary.lake.TableName;

/**
 * A check of one table that a query makes.
 *
 * @param number its number within one audit
 * @param says what holds of the table when the check passes
 * @param examples a query for the rows that break it
 */
record Check(
    int number, TableName table, String name, Severity severity, String says, String examples) {}
