package io.throughline.polling;

import io.throughline.fetch.FetchSettings;
import java.time.Duration;

/** Settings by which a test waits for nothing but its servers. */
final class Quick {

    static final FetchSettings SETTINGS =
            new FetchSettings(
                    Duration.ofMillis(1),
                    Duration.ofMillis(10),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(50),
                    Duration.ofMillis(200));

    private Quick() {}
}
