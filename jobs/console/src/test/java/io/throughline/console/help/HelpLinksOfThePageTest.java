package io.throughline.console.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.console.help.HelpPage.Heading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page's scripts link to in the guides is there. */
class HelpLinksOfThePageTest {

    private static final Path PAGE = Path.of("src/main/resources/console");
    private static final Pattern LINK =
            Pattern.compile("#/help/([A-Za-z0-9_:-]+)(?:\\?at=([A-Za-z0-9_-]+))?\"");

    @Test
    void everyLinkLeadsToAGuideAndItsHeading() throws IOException {
        List<MatchResult> links;
        try (Stream<Path> scripts = Files.walk(PAGE)) {
            links =
                    scripts.filter(file -> file.toString().endsWith(".js"))
                            .flatMap(file -> LINK.matcher(text(file)).results())
                            .toList();
        }
        assertThat(links).hasSizeGreaterThan(5);
        assertThat(links.stream().filter(link -> !leads(link)).map(MatchResult::group)).isEmpty();
    }

    private static boolean leads(MatchResult link) {
        Optional<HelpPage> page = Help.packed().page(link.group(1));
        return page.isPresent()
                && (link.group(2) == null
                        || page.get().headings().stream()
                                .map(Heading::anchor)
                                .anyMatch(link.group(2)::equals));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
