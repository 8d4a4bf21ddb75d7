/**
 * Files of systems and trajectories.
 *
 * <p>{@link org.hamgraph.sim.io.LammpsData} and {@link org.hamgraph.sim.io.GraphMl} hold systems; {@link
 * org.hamgraph.sim.io.TrajectoryFiles} reads and writes trajectories, with a table of formats; {@link
 * org.hamgraph.sim.io.NumpyArrays} are archives in memory. Every fault of a file
 * is an {@link java.io.IOException} that names file, line and field.
 */
package org.hamgraph.sim.io;
