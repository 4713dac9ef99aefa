/**
 * Source profiles, and the one table connector that reads retailers' files by header name. Knows
 * the canonical columns, and no domain table.
 */
package tributary.input;
