/**
 * Classic systems of few degrees of freedom with exact energies and gradients: the known answers that learned energies
 * without a graph, and integrators, are judged by.
 *
 * <p>Reading order: {@link Pendulum} is the one to start with; {@link DoublePendulum} is the only one whose energy does
 * not split into T(p) + V(q), {@link LotkaVolterra} the only one whose motion is not turned back by turning the momenta
 * over; {@link PeriodicOrbit} gives {@link Gravitation} motions that are known to return.
 *
 * <table>
 * <caption>The systems; the layout is bodies × dimension</caption>
 * <tr><th>class</th><th>H</th><th>layout</th><th>T(p) + V(q)</th></tr>
 * <tr><td>{@link Pendulum}</td><td>p²/2 + 1 − cos(f q)</td><td>1 × 1</td><td>yes</td></tr>
 * <tr><td>{@link LotkaVolterra}</td><td>δ eᵖ − γ p + β e^q − α q</td><td>1 × 1</td><td>yes</td></tr>
 * <tr><td>{@link DoublePendulum}</td><td>two angles and their momenta</td><td>2 × 1</td><td>no</td></tr>
 * <tr><td>{@link HenonHeiles}</td><td>|p|²/2 + |q|²/2 + α (q₁² q₂ − q₂³/3)</td><td>1 × 2</td><td>yes</td></tr>
 * <tr><td>{@link Gravitation}</td><td>Σ |p|²/2m − G Σ m m′/√(r² + ε²)</td><td>n × 1..3</td><td>yes</td></tr>
 * </table>
 */
package org.hamgraph.sim.classic;
