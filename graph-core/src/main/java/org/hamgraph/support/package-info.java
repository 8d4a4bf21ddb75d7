/**
 * What every module needs and no user comes for: argument {@linkplain org.hamgraph.support.Checks checks}, seeded
 * {@linkplain org.hamgraph.support.RandomStreams random streams} and {@linkplain org.hamgraph.support.AtomicFiles files
 * that are replaced whole}.
 */
package org.hamgraph.support;
