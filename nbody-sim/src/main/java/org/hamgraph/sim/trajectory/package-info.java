/**
 * Runs: {@link org.hamgraph.sim.trajectory.Trajectory} holds recorded states, {@link
 * org.hamgraph.sim.trajectory.ConservationMonitor} watches what a run conserves, {@link
 * org.hamgraph.sim.trajectory.Momenta} sums up momentum and angular momentum.
 */
package org.hamgraph.sim.trajectory;
