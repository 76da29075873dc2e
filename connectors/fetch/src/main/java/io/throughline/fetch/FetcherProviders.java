package io.throughline.fetch;

import java.util.ServiceLoader;
import java.util.TreeMap;

/** The fetchers written in Java, by name. */
final class FetcherProviders {

    private static final TreeMap<String, FetcherProvider> BY_NAME = load();

    private FetcherProviders() {}

    /**
     * @throws IllegalArgumentException when there is none of that name
     */
    static FetcherProvider named(String name) {
        FetcherProvider provider = BY_NAME.get(name);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "there is no fetcher '"
                            + name
                            + "' on the class path; known are "
                            + String.join(", ", BY_NAME.keySet()));
        }
        return provider;
    }

    private static TreeMap<String, FetcherProvider> load() {
        TreeMap<String, FetcherProvider> providers = new TreeMap<>();
        for (FetcherProvider provider :
                ServiceLoader.load(FetcherProvider.class, FetcherProvider.class.getClassLoader())) {
            FetcherProvider other = providers.put(provider.name(), provider);
            if (other != null) {
                throw new IllegalStateException(
                        "two fetchers are called "
                                + provider.name()
                                + ": "
                                + other.getClass().getName()
                                + " and "
                                + provider.getClass().getName());
            }
        }
        return providers;
    }
}
