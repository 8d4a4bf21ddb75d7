/**
 * Runs: {@link org.hamgraph.sim.trajectory.Trajectory} holds recorded states, {@link
 * org.hamgraph.sim.trajectory.ConservationMonitor} watches what a run conserves.
 */
package org.hamgraph.sim.trajectory;
