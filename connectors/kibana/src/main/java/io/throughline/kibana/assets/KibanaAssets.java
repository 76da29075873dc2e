package io.throughline.kibana.assets;

import io.throughline.journey.JourneyMap;
import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import java.util.ArrayList;
import java.util.List;

/** What Kibana shows of a journey: data views and dashboards, made from its map. */
public final class KibanaAssets {

    private KibanaAssets() {}

    /**
     * Every saved object, those first that others refer to. The same map gives the same bytes, and
     * every id begins with {@code throughline-}.
     */
    public static List<SavedObject> of(JourneyMap map) {
        AssetIds ids = new AssetIds(map.journey());
        Stages stages = new Stages(map);
        List<SavedObject> objects = new ArrayList<>();
        objects.add(tag(ids));
        objects.addAll(new DataViews(ids, stages).all());
        objects.addAll(Searches.of(ids));
        objects.add(new JourneyNow(ids, stages).build());
        objects.add(new OneStage(ids, stages).build());
        objects.add(new AlertsDashboard(ids, stages).build());
        objects.add(new PipelineHealth(ids).build());
        return List.copyOf(objects);
    }

    private static SavedObject tag(AssetIds ids) {
        return new SavedObject(
                "tag",
                ids.tag(),
                Json.object(
                        "name",
                        "Throughline: " + ids.journey(),
                        "description",
                        "Made from the journey map by Throughline",
                        "color",
                        "#6092c0"),
                List.of(),
                "8.0.0");
    }
}
