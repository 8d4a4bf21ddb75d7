/** {@link org.hamgraph.hgn.io.ModelFile}: models as JSON files that refuse a flipped bit. */
package org.hamgraph.hgn.io;
