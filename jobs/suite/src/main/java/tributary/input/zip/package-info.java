/**
 * Zip archives as input: listed with care, unpacked one entry at a time, never by an entry's name.
 */
package tributary.input.zip;
