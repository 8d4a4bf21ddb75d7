package org.hamgraph;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;

/** The arrows of the architecture. */
@AnalyzeClasses(packages = "org.hamgraph", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
    /** Leaves test classes out, also where a profile builds into a folder of its own. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes");
        }
    }

    @ArchTest
    static final ArchRule simulationAndLearningDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("org.hamgraph.sim..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hamgraph.hgn..");

    @ArchTest
    static final ArchRule learningAndSimulationDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("org.hamgraph.hgn..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hamgraph.sim..");

    @ArchTest
    static final ArchRule theCoreKnowsNoOtherModule = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.hamgraph.graph..",
                    "org.hamgraph.phase..",
                    "org.hamgraph.feature..",
                    "org.hamgraph.sweep..",
                    "org.hamgraph.support..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.hamgraph.sim..", "org.hamgraph.hgn..", "org.hamgraph.law..", "org.hamgraph.eval..");

    @ArchTest
    static final ArchRule lawsKnowNoModelAndNoTestEngine = noClasses()
            .that()
            .resideInAPackage("org.hamgraph.law")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hamgraph.hgn..", "org.junit..", "net.jqwik..");

    @ArchTest
    static final ArchRule nothingKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.hamgraph.eval..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hamgraph.eval..");

    @ArchTest
    static final ArchRule onlyOneClassUsesEjml = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.hamgraph.hgn.solve.EjmlSolvers")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..");

    @ArchTest
    static final ArchRule kernelsSeeNeitherGraphObjectsNorGeometry = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.hamgraph.feature..",
                    "org.hamgraph.sweep..",
                    "org.hamgraph.sim.force..",
                    "org.hamgraph.sim.integrate..",
                    "org.hamgraph.hgn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jgrapht..", "org.apache.commons.geometry..");

    @ArchTest
    static final ArchRule nothingReadsSerializedObjects =
            noClasses().should().dependOnClassesThat().haveNameMatching("java\\.io\\.Object(Input|Output)Stream.*");

    @ArchTest
    static final ArchRule librariesDoNotPrint = noClasses()
            .that()
            .resideOutsideOfPackage("org.hamgraph.eval.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** Files are written by {@code AtomicFiles}, {@code PendingFile} and {@code GrowingFile}; others may only read. */
    @ArchTest
    static final ArchRule onlyTheFileLayerWrites = noClasses()
            .that()
            .resideOutsideOfPackage("org.hamgraph.support")
            .should()
            .callMethodWhere(target(owner(type(Files.class)))
                    .and(target(nameMatching("write.*|newBufferedWriter|newOutputStream|newByteChannel|copy|move"
                            + "|create(File|TempFile|Link|SymbolicLink)"))))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)")
            .orShould()
            .callConstructor(PrintStream.class, String.class)
            .orShould()
            .callConstructor(PrintWriter.class, String.class);

    /** One class reads states back from the file it keeps them in. */
    @ArchTest
    static final ArchRule onlyTheFileLayerOpensChannels = noClasses()
            .that()
            .resideOutsideOfPackage("org.hamgraph.support")
            .and()
            .doNotHaveFullyQualifiedName("org.hamgraph.sim.io.NumpyFrames")
            .should()
            .callMethodWhere(target(owner(type(FileChannel.class))).and(target(name("open"))));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.hamgraph.(**)").should().beFreeOfCycles();
}
