/**
 * Sweeps over springs at the speed of memory.
 *
 * <p>Reading order: {@link org.hamgraph.sweep.PiecewisePolynomial} is the form in which a sweep takes a pull, {@link
 * org.hamgraph.sweep.PolynomialFit} brings a function into it; {@link org.hamgraph.sweep.RunPlan} finds runs of
 * springs in a graph, and {@link org.hamgraph.sweep.RunLeapfrog} moves a state with them; {@link org.hamgraph.sweep.PolynomialValues} computes pulls for other sweeps. The inner loops are {@link
 * org.hamgraph.sweep.SweepKernels}: {@link org.hamgraph.sweep.ScalarSweepKernels} is the specification, and a guest that
 * uses the Vector API is found at run time where that module is present.
 */
package org.hamgraph.sweep;
