/**
 * Published results and ours beside them: {@link org.hamgraph.eval.reproduce.PublishedTable} holds the numbers, {@link
 * org.hamgraph.eval.reproduce.ShnnReproduction} runs their settings, {@link
 * org.hamgraph.eval.reproduce.LongRun} follows learned and exact motion for long times.
 */
package org.hamgraph.eval.reproduce;
