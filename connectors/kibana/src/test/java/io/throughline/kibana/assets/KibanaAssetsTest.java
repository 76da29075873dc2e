package io.throughline.kibana.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.document.IndexTemplates;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.ShippedJourneys;
import io.throughline.kibana.Maps;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.SavedObjects;
import io.throughline.kibana.check.Checker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KibanaAssetsTest {

    private static final List<String> SHIPPED = ShippedJourneys.NAMES;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedMapGivesObjectsThatCheckClean(String name) {
        List<SavedObject> objects = KibanaAssets.of(map(name));

        assertThat(Checker.of(IndexTemplates.all()).check(objects)).isEmpty();
        assertThat(objects).hasSize(13);
        assertThat(objects)
                .extracting(SavedObject::id)
                .allMatch(id -> id.startsWith("throughline-"));
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theSameMapGivesTheSameBytes(String name) {
        assertThat(SavedObjects.ndjson(KibanaAssets.of(map(name))))
                .isEqualTo(SavedObjects.ndjson(KibanaAssets.of(map(name))));
    }

    @Test
    void twoMapsShareNoObject() {
        List<String> insurance =
                KibanaAssets.of(map("insurance")).stream().map(SavedObject::id).toList();

        assertThat(KibanaAssets.of(map("retail")))
                .extracting(SavedObject::id)
                .doesNotContainAnyElementsOf(insurance);
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void whateverKibanaListsIsTagged(String name) {
        assertThat(KibanaAssets.of(map(name)))
                .filteredOn(object -> Set.of("dashboard", "search").contains(object.type()))
                .hasSizeGreaterThan(6)
                .allMatch(
                        object ->
                                object.references().stream().anyMatch(r -> r.type().equals("tag")));
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        List<SavedObject> objects = KibanaAssets.of(Maps.tram());

        assertThat(SavedObjects.parse(SavedObjects.ndjson(objects))).isEqualTo(objects);
    }

    /** After a change that is meant, copy what this leaves in target/golden. */
    @Test
    void aMapBecomesTheseDashboards() throws IOException {
        String outline = Outline.of(KibanaAssets.of(Maps.tram()));
        Path kept = Path.of("target", "golden", "tram.txt");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, outline);

        assertThat(outline).isEqualTo(resource("/golden/tram.txt"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = KibanaAssetsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JourneyMap map(String name) {
        return ShippedJourneys.find(name).orElseThrow();
    }
}
