package io.throughline.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.throughline.stack.ModuleRules.CONSOLE;
import static io.throughline.stack.ModuleRules.CONTESTANTS;
import static io.throughline.stack.ModuleRules.ELASTICSEARCH;
import static io.throughline.stack.ModuleRules.GATEWAY;
import static io.throughline.stack.ModuleRules.KAFKA;
import static io.throughline.stack.ModuleRules.LOCAL;
import static io.throughline.stack.ModuleRules.NLP;
import static io.throughline.stack.ModuleRules.PIPELINE;
import static io.throughline.stack.ModuleRules.POLLING;
import static io.throughline.stack.ModuleRules.SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who may depend on whom, over the classes of every module; there are no exceptions on file. */
class ArchitectureTest {

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.throughline");

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "STACK_TESTS")
    void everyModuleIsHere(ModuleRules module) {
        assertThat(OURS.stream().filter(JavaClass.Predicates.resideInAnyPackage(module.packages())))
                .hasSizeGreaterThan(0);
    }

    @Test
    void everyClassBelongsToAModule() {
        String[] all =
                Stream.of(ModuleRules.values())
                        .flatMap(module -> Arrays.stream(module.packages()))
                        .toArray(String[]::new);
        classes().should().resideInAnyPackage(all).check(OURS);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LOCAL", "STACK_TESTS"})
    void modulesUseOnlyWhatTheyMay(ModuleRules module) {
        noClasses()
                .that()
                .resideInAnyPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(module.strangers())
                .check(OURS);
    }

    @Test
    void flinkStaysInItsModules() {
        onlyIn("org.apache.flink..", POLLING, ELASTICSEARCH, PIPELINE, LOCAL);
    }

    @Test
    void kafkaStaysInItsModules() {
        onlyIn("org.apache.kafka..", KAFKA, GATEWAY, PIPELINE, LOCAL);
    }

    @Test
    void elasticsearchStaysInItsModules() {
        onlyIn("org.elasticsearch..", ELASTICSEARCH, CONSOLE, LOCAL);
    }

    @Test
    void coreNlpStaysInItsModule() {
        onlyIn("edu.stanford..", NLP);
    }

    @Test
    void otherPeoplesTaggersStayInTheirModuleWhichNobodyUses() {
        onlyIn("com.vader..", CONTESTANTS);
        noClasses()
                .that()
                .resideOutsideOfPackages(CONTESTANTS.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONTESTANTS.packages())
                .check(OURS);
    }

    @Test
    void avroStaysInItsModule() {
        onlyIn("org.apache.avro..", SCHEMAS);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new ByPackage())
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    private static void onlyIn(String library, ModuleRules... modules) {
        String[] packages =
                Stream.of(modules)
                        .flatMap(module -> Arrays.stream(module.packages()))
                        .toArray(String[]::new);
        noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(packages)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(OURS);
        // A rule about a library that nobody uses would never fail.
        assertThat(OURS.stream().filter(JavaClass.Predicates.resideInAnyPackage(packages)))
                .anyMatch(
                        ours ->
                                ours.getDirectDependenciesFromSelf().stream()
                                        .map(Dependency::getTargetClass)
                                        .anyMatch(JavaClass.Predicates.resideInAPackage(library)));
    }

    /**
     * The first package of a module is left out: it holds the module's contract and what puts its
     * features together, so it both uses them and is used by them.
     */
    private static final class ByPackage implements SliceAssignment {

        private static final Pattern FIRST = Pattern.compile("io\\.throughline\\.\\w+");
        private static final List<String> SEVERAL_FIRST = List.of(SCHEMAS.packages());

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            return FIRST.matcher(name).matches() && !SEVERAL_FIRST.contains(name + "..")
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(name);
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
