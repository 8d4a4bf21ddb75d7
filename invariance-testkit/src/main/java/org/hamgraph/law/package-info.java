/**
 * Laws that energies of physical systems obey, and how far a model is from them.
 *
 * <p>Start with {@link org.hamgraph.law.EnergyModel}, which wraps your model, and {@link org.hamgraph.law.Laws}, the
 * list of laws. {@link org.hamgraph.law.LawCheck} measures one on many systems, {@link org.hamgraph.law.SystemRecipe}
 * makes them, and {@link org.hamgraph.law.CounterExample} shrinks and saves the one that breaks a law. Nothing here
 * needs a test engine; the packages below drive laws from JUnit and jqwik.
 */
package org.hamgraph.law;
