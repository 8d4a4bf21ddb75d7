/**
 * Hidden layers whose weights are drawn, not trained.
 *
 * <p>{@link org.hamgraph.hgn.sample.WeightScheme} is the door, with a table of the four schemes; {@link
 * org.hamgraph.hgn.sample.DenseLayer} is what it makes and {@link org.hamgraph.hgn.sample.Activation} the
 * nonlinearity on top.
 */
package org.hamgraph.hgn.sample;
