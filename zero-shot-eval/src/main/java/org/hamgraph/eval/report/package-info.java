/**
 * Results as files: {@link org.hamgraph.eval.report.ZeroShotReport} writes tables, pictures and a report in Markdown.
 */
package org.hamgraph.eval.report;
