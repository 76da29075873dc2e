package io.throughline.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where the servers of a data directory are, for other commands on the same directory. The launcher
 * leaves them in a file while they run; one that was killed leaves the file behind, so whether they
 * run is asked of the port.
 *
 * @param kafka host and port
 * @param elasticsearch URL without a slash at the end
 */
public record ServerAddresses(String kafka, String elasticsearch) {

    private static final int PATIENCE_MS = 1_000;

    /** The servers that run on a data directory; empty when none do. */
    public static Optional<ServerAddresses> running(Path dataDirectory) {
        return read(new DataDirectory(dataDirectory).addresses()).filter(ServerAddresses::answers);
    }

    /** Whether a broker has ever kept anything in a data directory. */
    public static boolean kept(Path dataDirectory) {
        Path logs = new DataDirectory(dataDirectory).kafkaLogs();
        try (Stream<Path> entries = Files.isDirectory(logs) ? Files.list(logs) : Stream.empty()) {
            return entries.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(logs + " cannot be read", e);
        }
    }

    static Optional<ServerAddresses> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        String kafka = properties.getProperty("kafka");
        String elasticsearch = properties.getProperty("elasticsearch");
        return kafka == null || elasticsearch == null
                ? Optional.empty()
                : Optional.of(new ServerAddresses(kafka, elasticsearch));
    }

    void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("kafka", kafka);
        properties.setProperty("elasticsearch", elasticsearch);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Written while the servers run");
        } catch (IOException e) {
            throw new StackException("The file " + file + " cannot be written", e);
        }
    }

    private boolean answers() {
        int colon = kafka.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            kafka.substring(0, colon),
                            Integer.parseInt(kafka.substring(colon + 1))),
                    PATIENCE_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
