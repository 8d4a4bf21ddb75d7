/**
 * Times the least-squares core and the rollouts: their inner loops, their parts, and whole problems against other
 * programs.
 *
 * <table>
 * <caption>What measures what</caption>
 * <tr><th>class</th><th>subject</th></tr>
 * <tr><td>{@link org.hamgraph.benchmarks.KernelBenchmark}</td><td>inner loops, plain and vector</td></tr>
 * <tr><td>{@link org.hamgraph.benchmarks.FactorBenchmark}</td><td>one triangular factor, ours and EJML's</td></tr>
 * <tr><td>{@link org.hamgraph.benchmarks.SketchBenchmark}</td><td>a whole solution through a sketch</td></tr>
 * <tr><td>{@link org.hamgraph.benchmarks.LeastSquares}</td><td>one problem, to compare with other programs</td></tr>
 * <tr><td>{@link org.hamgraph.benchmarks.RolloutBenchmark}</td><td>the parts of a run of springs</td></tr>
 * <tr><td>{@link org.hamgraph.benchmarks.RolloutSpeed}</td><td>one run, to compare with other programs</td></tr>
 * <tr><td>{@link org.hamgraph.benchmarks.ExportedForces}</td><td>forces of LAMMPS from an exported table</td></tr>
 * </table>
 */
package org.hamgraph.benchmarks;
