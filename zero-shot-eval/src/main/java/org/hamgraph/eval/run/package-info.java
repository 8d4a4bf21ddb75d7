/**
 * The work behind the verbs of the command line: evaluating, running, checking, and the zero-shot job that does it all.
 *
 * <p>Reading order: {@link org.hamgraph.eval.run.SampleData}, {@link org.hamgraph.eval.run.Evaluation}, {@link
 * org.hamgraph.eval.run.Rollout} with {@link org.hamgraph.eval.run.Checkpoint} and {@link
 * org.hamgraph.eval.run.ConservationLog} for long runs, {@link org.hamgraph.eval.run.InvarianceCheck}, {@link
 * org.hamgraph.eval.run.ZeroShotRun}.
 */
package org.hamgraph.eval.run;
