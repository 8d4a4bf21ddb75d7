/** Errors of predictions, as the reports define them. */
package org.hamgraph.eval.metric;
