/**
 * The report page: reads published tables, and writes one HTML file that needs nothing else. Its
 * page, styles and scripts are resources in {@code report}.
 */
package tributary.insight.report;
