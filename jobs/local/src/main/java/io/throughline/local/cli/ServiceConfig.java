package io.throughline.local.cli;

import io.throughline.pipeline.config.ThroughlineConfig.Address;
import java.nio.file.Files;
import java.nio.file.Path;

/** What commands that run as a service of their own ask of their configuration. */
final class ServiceConfig {

    private static final int LARGEST_PORT = 65_535;

    private ServiceConfig() {}

    /**
     * @throws UserException when there is no such file
     */
    static void require(Path config) {
        if (!Files.exists(config)) {
            throw new UserException(
                    "there is no configuration "
                            + config
                            + ". Name one with --config, or copy one from the examples folder.");
        }
        if (Files.isDirectory(config)) {
            throw new UserException(
                    config + " is a folder. Name the file in it, such as throughline.yaml.");
        }
    }

    /**
     * Where to listen.
     *
     * @param usual as the configuration says
     * @param host as the command line says; null when it does not
     * @param port as the command line says; null when it does not
     * @throws UsageException when the port is none
     */
    static Address address(Address usual, String host, Integer port) {
        int number = port == null ? usual.port() : port;
        if (number < 0 || number > LARGEST_PORT) {
            throw new UsageException("--port is 0 to " + LARGEST_PORT + ", not " + number);
        }
        return new Address(host == null ? usual.host() : host, number);
    }
}
