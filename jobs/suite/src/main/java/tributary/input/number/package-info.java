/** Numbers that files hold as numbers. Knows nothing of formats and profiles. */
package tributary.input.number;
