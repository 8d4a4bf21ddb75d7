/**
 * What every module needs and no user comes for: argument {@linkplain org.hamgraph.support.Checks checks}, seeded
 * {@linkplain org.hamgraph.support.RandomStreams random streams}, {@linkplain org.hamgraph.support.AtomicFiles files
 * that are replaced whole} or {@linkplain org.hamgraph.support.GrowingFile continued} and {@linkplain
 * org.hamgraph.support.Team threads} on one piece of work.
 */
package org.hamgraph.support;
