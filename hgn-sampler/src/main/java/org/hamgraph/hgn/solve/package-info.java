/**
 * One linear least-squares problem, solved with care.
 *
 * <p>{@link org.hamgraph.hgn.solve.RowAccumulator} takes in rows and keeps their {@link
 * org.hamgraph.hgn.solve.TriangularFactor}; {@link org.hamgraph.hgn.solve.SolverMethod} (with a table of methods)
 * turns that into a {@link org.hamgraph.hgn.solve.LeastSquaresFit}. EJML stays in here.
 */
package org.hamgraph.hgn.solve;
