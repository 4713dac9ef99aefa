/**
 * Looks at files and drafts the source profile that reads them: one class per question, each answer
 * with how sure it is and why.
 */
package tributary.input.draft;
