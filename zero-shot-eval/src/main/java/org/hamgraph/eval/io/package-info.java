/** {@link org.hamgraph.eval.io.Json}: results as JSON. */
package org.hamgraph.eval.io;
