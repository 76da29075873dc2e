package io.throughline.kibana.assets;

import io.throughline.journey.JourneyMap;
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
        return new ArrayList<>(DataViews.all());
    }
}
