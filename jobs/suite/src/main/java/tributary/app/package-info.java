/** The command line: one small class per command, and what they share. Holds no SQL. */
package tributary.app;
