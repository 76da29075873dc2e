package io.throughline.local.stack;

import java.nio.file.Path;

/** The Java that runs this, which also runs the servers. */
final class JavaHome {

    private JavaHome() {}

    static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
