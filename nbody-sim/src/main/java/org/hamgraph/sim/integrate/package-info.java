/**
 * Fixed-step schemes that move states along the motion of a Hamiltonian, known or learned.
 *
 * <p>Reading order: {@link Integrator} is a scheme, {@link Stepper} a run under way; {@link StormerVerlet} is the
 * scheme to start with, {@link Integrators} finds the others by name.
 *
 * <table>
 * <caption>The schemes; an evaluation is one force, for ImplicitMidpoint one gradient</caption>
 * <tr><th>scheme</th><th>order</th><th>symplectic</th><th>reversible</th><th>evaluations per step</th><th>H</th></tr>
 * <tr><td>{@link StormerVerlet}</td><td>2</td><td>yes</td><td>yes</td><td>1</td><td>T(p) + V(q)</td></tr>
 * <tr><td>{@link Yoshida4}</td><td>4</td><td>yes</td><td>yes</td><td>3</td><td>T(p) + V(q)</td></tr>
 * <tr><td>{@link SymplecticEuler}</td><td>1</td><td>yes</td><td>no</td><td>1</td><td>T(p) + V(q)</td></tr>
 * <tr><td>{@link ImplicitMidpoint}</td><td>2</td><td>yes</td><td>yes</td><td>8 to 20</td><td>any</td></tr>
 * </table>
 */
package org.hamgraph.sim.integrate;
