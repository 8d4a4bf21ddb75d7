/**
 * The inner loops of assembling and solving.
 *
 * <p>{@link org.hamgraph.hgn.kernel.ScalarKernels} is the specification; a guest that uses the Vector API is found at
 * run time where that module is present, and gives the same bits: every sum is taken in the order the specification
 * states, with fused multiply-add, whatever the length of a vector register.
 */
package org.hamgraph.hgn.kernel;
