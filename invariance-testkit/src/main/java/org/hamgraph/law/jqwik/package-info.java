/**
 * Systems, motions and permutations for jqwik properties: {@link org.hamgraph.law.jqwik.LawArbitraries}. Parameters of
 * these types need no provider of their own.
 */
package org.hamgraph.law.jqwik;
