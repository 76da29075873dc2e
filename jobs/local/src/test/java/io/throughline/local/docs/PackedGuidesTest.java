package io.throughline.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.console.help.Help;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the build packs for the page is what is in the repository, pictures too. */
class PackedGuidesTest {

    private static final Path DOCS = Path.of("docs");
    private static final List<Guide> GUIDES =
            Guide.under(Path.of("../..")).stream()
                    .filter(guide -> guide.file().startsWith(DOCS))
                    .toList();

    private final Help help = Help.packed();

    @Test
    void everyGuideIsThereAndTheIndexComesFirst() {
        assertThat(help.contents().keySet())
                .startsWith("README", "first-hour")
                .containsExactlyInAnyOrderElementsOf(
                        GUIDES.stream().map(PackedGuidesTest::id).toList());
    }

    @Test
    void everyPictureIsThere() {
        List<String> pictures =
                GUIDES.stream()
                        .flatMap(
                                guide ->
                                        guide.destinations().stream()
                                                .filter(to -> to.matches("[^:]+\\.(png|jpg|svg)"))
                                                .map(guide.file()::resolveSibling))
                        .map(picture -> DOCS.relativize(picture.normalize()).toString())
                        .toList();
        assertThat(pictures)
                .contains("walk-1-home.jpg")
                .allSatisfy(picture -> assertThat(help.image(picture)).as(picture).isPresent());
    }

    private static String id(Guide guide) {
        String path = DOCS.relativize(guide.file()).toString();
        return path.substring(0, path.length() - ".md".length()).replace('/', ':');
    }
}
