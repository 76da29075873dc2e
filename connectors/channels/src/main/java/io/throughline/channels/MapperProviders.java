package io.throughline.channels;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The providers on the class path. Loaded when they are first asked for and not with the class:
 * what is wrong with a plug-in is then an error that says so, each time, and no class that cannot
 * be initialised.
 */
final class MapperProviders {

    private static volatile TreeMap<String, MapperProvider> loaded;

    private MapperProviders() {}

    static TreeMap<String, MapperProvider> byName() {
        TreeMap<String, MapperProvider> known = loaded;
        if (known == null) {
            known = load();
            loaded = known;
        }
        return known;
    }

    private static TreeMap<String, MapperProvider> load() {
        TreeMap<String, MapperProvider> providers = new TreeMap<>();
        Iterator<MapperProvider> found =
                ServiceLoader.load(MapperProvider.class, MapperProvider.class.getClassLoader())
                        .iterator();
        try {
            while (found.hasNext()) {
                MapperProvider provider = found.next();
                MapperProvider other = providers.putIfAbsent(provider.name(), provider);
                if (other != null) {
                    throw new IllegalStateException(
                            "two mappers are called '"
                                    + provider.name()
                                    + "': "
                                    + where(other)
                                    + " and "
                                    + where(provider));
                }
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException("a mapper cannot be loaded: " + e.getMessage(), e);
        }
        return providers;
    }

    private static String where(MapperProvider provider) {
        return provider.getClass().getName() + " in " + Jars.of(provider.getClass());
    }
}
