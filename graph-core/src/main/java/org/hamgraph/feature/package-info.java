/**
 * What a network may see of a system: invariant numbers and their derivatives.
 *
 * <p>An edge offers one coordinate ({@link org.hamgraph.feature.EdgeCoordinate}), a body another ({@link
 * org.hamgraph.feature.BodyCoordinate}); a network takes in smooth functions of it ({@link
 * org.hamgraph.feature.ScalarInput}) and its output may be multiplied by a static attribute ({@link
 * org.hamgraph.feature.EdgeChannel}). {@link org.hamgraph.feature.InvariantFeatures} is one such choice.
 */
package org.hamgraph.feature;
