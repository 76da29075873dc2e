package io.throughline.domain.detect.rival;

import java.util.List;
import java.util.ServiceLoader;

/** Brings rivals along; found by {@code ServiceLoader}. */
public interface Rivals {

    /** Every way in every setting. */
    List<Rival> all();

    /** All that are on the class path, in the order of their names. */
    static List<Rival> found() {
        return ServiceLoader.load(Rivals.class).stream()
                .flatMap(provider -> provider.get().all().stream())
                .sorted(java.util.Comparator.comparing(Rival::id).thenComparing(Rival::setting))
                .toList();
    }
}
