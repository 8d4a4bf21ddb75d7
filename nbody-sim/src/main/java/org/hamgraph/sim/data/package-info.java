/**
 * States to train on, to test on and to start from.
 *
 * <p>Reading order: {@link InitialStates} draws random states about given rest positions; {@link SampledStates} makes
 * datasets with a known energy, from such states or along one of its trajectories.
 */
package org.hamgraph.sim.data;
