package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar in {@code plugins/} brings a channel along, through the launcher's own class path. */
class PlugInJarTest {

    private static final Path LAUNCHER = Path.of("../../throughline").toAbsolutePath();

    @TempDir Path directory;

    @Test
    void aJarInTheFolderBesideIsOnTheClassPath() throws IOException, InterruptedException {
        jar(Files.createDirectories(directory.resolve("plugins")).resolve("acme.jar"));
        assertThat(list("")).contains("acme-voice", "acme.jar");
    }

    @Test
    void aFolderNamedByTheEnvironmentIsTakenInstead() throws IOException, InterruptedException {
        jar(Files.createDirectories(directory.resolve("elsewhere")).resolve("acme.jar"));
        assertThat(list("THROUGHLINE_PLUGINS=elsewhere ")).contains("acme-voice");
        assertThat(list("")).doesNotContain("acme-voice");
    }

    private static void jar(Path file) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            entry(jar, "META-INF/throughline/channels", "acme-voice\n");
            entry(
                    jar,
                    "channels/acme-voice/channel.yaml",
                    """
                    apiVersion: throughline/v1
                    id: acme-voice
                    channel: phone
                    mode: file
                    map: {naturalId: $.id}
                    """);
        }
    }

    private static void entry(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }

    /** The launcher's own function makes the class path; building is left out. */
    private String list(String environment) throws IOException, InterruptedException {
        String script =
                "root='"
                        + directory.resolve("installed")
                        + "'; refuse() { echo \"$*\"; exit 69; }; class_path=$CLASSES; "
                        + "eval \"$(sed -n '/^plug_ins() {/,/^class_path=/p' '"
                        + LAUNCHER
                        + "')\"; exec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -cp \"$class_path\" io.throughline.local.Main"
                        + " channel list";
        Path output = directory.resolve("listed.txt");
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", "export " + environment + "LANG=C; " + script)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("CLASSES", System.getProperty("java.class.path"));
        assertThat(builder.start().waitFor()).isZero();
        return Files.readString(output);
    }
}
