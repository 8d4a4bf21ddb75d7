/**
 * Networks on graphs, and the functions of one coordinate that become of them once their output coefficients are known.
 *
 * <p>Reading order: {@link org.hamgraph.hgn.network.CoordinateLayer} is a hidden layer over one invariant coordinate;
 * {@link org.hamgraph.hgn.network.PairwiseNetwork} pools such layers over bodies and edges; {@link
 * org.hamgraph.hgn.network.LearnedFunction} is a layer with coefficients and a {@link
 * org.hamgraph.hgn.network.Continuation} beyond the training range, {@link
 * org.hamgraph.hgn.network.TabulatedFunction} the same compiled; {@link org.hamgraph.hgn.network.LearnedHamiltonian}
 * binds them to a graph.
 */
package org.hamgraph.hgn.network;
