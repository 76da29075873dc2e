package io.throughline.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder laid out as {@code /opt/flink} is in the images: Flink's jars and the layout's side by
 * side in {@code lib}, the job jar in {@code usrlib}.
 */
record FlinkHome(Path directory) {

    private static final Path LAYOUT = Path.of(System.getProperty("throughline.layout"));
    private static final Path FLINK = Path.of(System.getProperty("throughline.flink"));

    /** Links the assembled layout and a Flink out of Maven's repository into an empty folder. */
    static FlinkHome link(Path directory, String moreConfiguration) throws IOException {
        Path lib = Files.createDirectories(directory.resolve("lib"));
        for (Path jars : List.of(FLINK.resolve("lib"), LAYOUT.resolve("flink/lib"))) {
            try (Stream<Path> files = Files.list(jars)) {
                for (Path jar : files.toList()) {
                    Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
                }
            }
        }
        Files.createSymbolicLink(directory.resolve("plugins"), FLINK.resolve("plugins"));
        Files.createSymbolicLink(directory.resolve("usrlib"), LAYOUT.resolve("flink/usrlib"));
        Path conf = Files.createDirectories(directory.resolve("conf"));
        Path shipped = LAYOUT.resolve("flink/conf");
        Files.copy(
                shipped.resolve("log4j-console.properties"),
                conf.resolve("log4j-console.properties"));
        Files.writeString(
                conf.resolve("config.yaml"),
                Files.readString(shipped.resolve("config.yaml")) + moreConfiguration);
        return new FlinkHome(directory);
    }

    /** Starts one of its processes, with the launcher of the local image. */
    FlinkProcess start(String name, List<String> arguments) throws IOException {
        return FlinkProcess.start(
                Path.of("local", "flink-process").toAbsolutePath(), directory, name, arguments);
    }
}
