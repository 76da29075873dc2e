package io.throughline.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.cli.ThroughlineCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is written leads somewhere: links, images, and the commands that readers will type. */
class DocumentationTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path DOCS = Path.of("docs");
    private static final List<Guide> GUIDES = Guide.under(ROOT);
    private static final CommandLine COMMANDS = new CommandLine(ThroughlineCommand.class);

    @Test
    void everyRelativeLinkLeadsToAFileAndAHeadingThatAreThere() {
        Map<Path, Guide> known =
                GUIDES.stream().collect(Collectors.toMap(Guide::file, Function.identity()));
        List<String> broken = new ArrayList<>();
        for (Guide guide : GUIDES) {
            for (String destination : guide.destinations()) {
                if (!leads(guide, destination, known)) {
                    broken.add(guide.file() + ": " + destination);
                }
            }
        }
        assertThat(GUIDES).hasSizeGreaterThan(90);
        assertThat(broken).isEmpty();
    }

    @Test
    void guidesThatThePageShowsHaveNoHtml() {
        assertThat(GUIDES.stream().filter(guide -> guide.file().startsWith(DOCS)))
                .allSatisfy(guide -> assertThat(guide.html()).as("%s", guide.file()).isEmpty());
    }

    @Test
    void everyCommandThatIsNamedIsThereWithItsOptions() {
        List<String> named = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Guide guide : GUIDES) {
            for (String code : guide.code()) {
                for (NamedCommand command : NamedCommand.in(code)) {
                    named.add(command.words().get(0));
                    command.unknown(COMMANDS)
                            .forEach(what -> unknown.add(guide.file() + ": " + what));
                }
            }
        }
        assertThat(named).contains("demo", "run", "replay", "provision", "config");
        assertThat(unknown).isEmpty();
    }

    @Test
    void theFrontPageNamesEveryCommand() {
        Guide front =
                GUIDES.stream()
                        .filter(one -> one.file().equals(Path.of("README.md")))
                        .findFirst()
                        .orElseThrow();
        assertThat(COMMANDS.getSubcommands().keySet())
                .allSatisfy(
                        name ->
                                assertThat(front.code())
                                        .as(name)
                                        .anySatisfy(
                                                code ->
                                                        assertThat(code)
                                                                .matches(
                                                                        "(?s)" + name + "( .*)?")));
    }

    @Test
    void everyGuideIsInTheIndexOrInOneThatTheIndexNames() {
        Guide index =
                GUIDES.stream()
                        .filter(one -> one.file().equals(DOCS.resolve("README.md")))
                        .findFirst()
                        .orElseThrow();
        assertThat(GUIDES.stream().map(Guide::file).filter(file -> DOCS.equals(file.getParent())))
                .filteredOn(file -> !file.equals(index.file()))
                .allSatisfy(
                        file ->
                                assertThat(index.destinations())
                                        .contains(DOCS.relativize(file).toString()));
    }

    @Test
    void aBrokenLinkIsFound() {
        Guide guide =
                Guide.of(DOCS.resolve("a.md"), "# A b\n\n[x](#a-b) [y](#c) [z](none.md) <b>no</b>");
        Map<Path, Guide> known = Map.of(guide.file(), guide);
        assertThat(guide.destinations())
                .filteredOn(to -> !leads(guide, to, known))
                .containsExactly("#c", "none.md");
        assertThat(guide.html()).containsExactly("<b>", "</b>");
    }

    @Test
    void aMisspeltCommandIsFound() {
        assertThat(
                        NamedCommand.in(
                                "./throughline demo --onec | ./throughline bench stedy\n./throughline alerts show 3"))
                .flatExtracting(command -> command.unknown(COMMANDS))
                .containsExactly("demo --onec: --onec", "bench stedy");
    }

    private static boolean leads(Guide guide, String destination, Map<Path, Guide> known) {
        if (destination.matches("[a-z]+:.*")) {
            return true;
        }
        int hash = destination.indexOf('#');
        String path = hash < 0 ? destination : destination.substring(0, hash);
        Path target = path.isEmpty() ? guide.file() : guide.file().resolveSibling(path).normalize();
        if (!Files.exists(ROOT.resolve(target)) && !known.containsKey(target)) {
            return false;
        }
        if (hash < 0) {
            return true;
        }
        Guide read = known.getOrDefault(target, known.get(target.resolve("README.md")));
        return read != null && read.anchors().contains(destination.substring(hash + 1));
    }
}
