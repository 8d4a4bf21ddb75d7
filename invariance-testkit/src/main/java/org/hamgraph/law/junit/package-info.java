/** Laws as JUnit tests: {@link org.hamgraph.law.junit.LawTest}. */
package org.hamgraph.law.junit;
