/**
 * Spreadsheets as input, by ECMA-376 (Office Open XML): sheets are streamed, cells become the text
 * that they would be in a delimited file. Knows nothing of profiles.
 *
 * <p>This is own code, on Aalto's XML reader and Commons Compress, since the streaming reader on
 * the same two, org.dhatim:fastexcel-reader 0.20.2, takes some values for others in silence: it
 * does not check an entry's checksum, so that a flipped bit is another price; it joins phonetic
 * hints to inline texts; a shared text that is missing is an empty one; the error of a formula is
 * no different from a text. It refuses strict books, ISO 8601 dates and books without styles, has
 * no bound for shared texts and columns, and does not tell merged cells. Numbers and dates as
 * texts, problems by cell, merged cells and bounds would remain own code beside it.
 */
package tributary.input.xlsx;
