/**
 * Mass-spring systems as graphs.
 *
 * <p>Reading order: {@link org.hamgraph.graph.Body} and {@link org.hamgraph.graph.Spring} are the vertices and edges
 * of the user's JGraphT graph; {@link org.hamgraph.graph.Structure} makes such graphs for lattices and random
 * arrangements; {@link org.hamgraph.graph.CompiledGraph} holds the same in flat arrays, which is what every
 * computation runs on; {@link org.hamgraph.graph.Box} is the space around it, {@link
 * org.hamgraph.graph.NodePermutation} a renumbering and {@link org.hamgraph.graph.NodeOrder} finds one that brings
 * neighbours close in memory.
 */
package org.hamgraph.graph;
