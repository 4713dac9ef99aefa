/**
 * Spreadsheets as input, by ECMA-376 (Office Open XML): sheets are streamed, cells become the text
 * that they would be in a delimited file. Knows nothing of profiles.
 */
package tributary.input.xlsx;
