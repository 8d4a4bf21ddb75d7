/**
 * States, energies and the maps between them.
 *
 * <p>Reading order: {@link org.hamgraph.phase.PhaseLayout} says where a coordinate lies in a state array, {@link
 * org.hamgraph.phase.PhaseState} is one state and {@link org.hamgraph.phase.PhaseDataset} many with their
 * derivatives; {@link org.hamgraph.phase.Hamiltonian} is the contract that known and learned energies share, {@link
 * org.hamgraph.phase.SeparableHamiltonian} its form T(p) + V(q), {@link org.hamgraph.phase.PairwiseHamiltonian} the
 * sweep over springs that both kinds use; {@link org.hamgraph.phase.RigidMotion} moves states about.
 */
package org.hamgraph.phase;
