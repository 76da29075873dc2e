package io.throughline.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder laid out as {@code /opt/flink} is in the images: Flink's jars and the layout's side by
 * side in {@code lib}, the job jar in {@code usrlib}.
 */
record FlinkHome(Path directory) {

    private static final Path LAYOUT = Path.of(System.getProperty("throughline.layout"));
    private static final Path FLINK = Path.of(System.getProperty("throughline.flink"));

    /**
     * Joins the assembled layout with a Flink out of Maven's repository, as the images do.
     *
     * @param directory empty
     * @param moreConfiguration lines after the shipped ones
     */
    static FlinkHome join(Path directory, String moreConfiguration)
            throws IOException, InterruptedException {
        Path lib = Files.createDirectories(directory.resolve("lib"));
        try (Stream<Path> files = Files.list(FLINK.resolve("lib"))) {
            for (Path jar : files.toList()) {
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
            }
        }
        Files.createSymbolicLink(directory.resolve("plugins"), FLINK.resolve("plugins"));
        Process joined =
                new ProcessBuilder(
                                LAYOUT.resolve("bin/join-flink").toString(), directory.toString())
                        .inheritIO()
                        .start();
        if (joined.waitFor() != 0) {
            throw new IllegalStateException("join-flink ended with " + joined.exitValue());
        }
        Files.writeString(
                directory.resolve("conf/config.yaml"),
                moreConfiguration,
                StandardOpenOption.APPEND);
        return new FlinkHome(directory);
    }

    /** Starts one of its processes, with the launcher of the local image. */
    FlinkProcess start(String name, List<String> arguments) throws IOException {
        return FlinkProcess.start(
                Path.of("local", "flink-process").toAbsolutePath(), directory, name, arguments);
    }
}
