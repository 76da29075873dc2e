package io.throughline.kibana.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.document.IndexTemplates;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.ShippedJourneys;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.SavedObjects;
import io.throughline.kibana.check.Checker;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KibanaAssetsTest {

    static final List<String> SHIPPED = ShippedJourneys.NAMES;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedMapGivesObjectsThatCheckClean(String name) {
        List<SavedObject> objects = KibanaAssets.of(map(name));

        assertThat(Checker.of(IndexTemplates.all()).check(objects)).isEmpty();
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

    private static JourneyMap map(String name) {
        return ShippedJourneys.find(name).orElseThrow();
    }
}
