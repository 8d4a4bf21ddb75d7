/**
 * The work behind the verbs of the command line: evaluating, running, checking, and the zero-shot job that does it all.
 *
 * <p>Reading order: {@link org.hamgraph.eval.run.SampleData}, {@link org.hamgraph.eval.run.Evaluation}, {@link
 * org.hamgraph.eval.run.Rollout}, {@link org.hamgraph.eval.run.InvarianceCheck}, {@link
 * org.hamgraph.eval.run.ZeroShotRun}.
 */
package org.hamgraph.eval.run;
