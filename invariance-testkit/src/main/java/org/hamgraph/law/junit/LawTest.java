package org.hamgraph.law.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once for every law. The method states the model:
 *
 * <pre>{@code
 * @LawTest(except = "galileanBoost")
 * void springs(LawCase law) {
 *     law.holdsFor(SpringHamiltonian::of);
 * }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(LawExtension.class)
public @interface LawTest {
    /** Names of the laws to test; none for all. */
    String[] only() default {};

    /** Names of laws the model does not claim. */
    String[] except() default {};

    /** Number of systems each law is measured on. */
    int systems() default 40;

    /** Most bodies of a system, about. */
    int bodies() default 30;

    /** Seed of systems and transformations. */
    long seed() default 1;

    /** Folder for counter-examples, below which the class and the method have theirs. */
    String folder() default "target/counter-examples";
}
