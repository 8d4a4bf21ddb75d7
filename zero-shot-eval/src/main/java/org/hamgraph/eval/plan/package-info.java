/**
 * What a user asks for, read from the command line and from plan files: {@link org.hamgraph.eval.plan.SystemSpec},
 * {@link org.hamgraph.eval.plan.PotentialSpec}, {@link org.hamgraph.eval.plan.ZeroShotPlan}.
 */
package org.hamgraph.eval.plan;
