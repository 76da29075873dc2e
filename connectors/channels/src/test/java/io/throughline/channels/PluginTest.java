package io.throughline.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar on the class path brings a mapper and a channel along, and says when it clashes. */
class PluginTest {

    private static final String MAPPER =
            """
            package acme;

            import com.fasterxml.jackson.databind.JsonNode;
            import io.throughline.channels.MapContext;
            import io.throughline.channels.Outcome;
            import io.throughline.channels.RecordMapper;
            import io.throughline.model.FeedbackBuilder;
            import io.throughline.model.RawEnvelope;

            public final class Loud implements RecordMapper {
                @Override
                public String name() {
                    return "loud";
                }

                @Override
                public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
                    return new Outcome.Accepted(
                            new FeedbackBuilder(context.channel(), context.source(), record.path("n").asText())
                                    .occurredAt(envelope.observedAt())
                                    .observedAt(envelope.observedAt())
                                    .text(record.path("say").asText().toUpperCase())
                                    .build());
                }
            }
            """;
    private static final String CHANNEL =
            "apiVersion: throughline/v1\nid: %s\nchannel: web\nmode: file\nmapper: loud\n";

    @TempDir private Path folder;
    private byte[] compiled;

    @BeforeEach
    void compile() throws IOException {
        Path source = Files.createDirectories(folder.resolve("acme")).resolve("Loud.java");
        Files.writeString(source, MAPPER);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status =
                compiler.run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(status).isZero();
        compiled = Files.readAllBytes(source.resolveSibling("Loud.class"));
    }

    @Test
    void bringsAMapperAndAChannel() throws Exception {
        String told = probe(jar("one.jar", "acme"));

        assertThat(told.lines().toList().get(0)).contains("loud").contains("typeform");
        assertThat(told.lines().toList().get(1)).contains("acme ").contains("csv ");
        assertThat(told).contains("\"id\":\"web:acme:7\"").contains("\"text\":\"HELLO\"");
    }

    @Test
    void theSameJarTwiceIsNoClash() throws Exception {
        assertThat(probe(jar("one.jar", "acme"), jar("copy.jar", "acme"))).contains("HELLO");
    }

    @Test
    void twoChannelsOfOneIdAreAnErrorThatNamesBothJars() throws IOException {
        Path other = folder.resolve("other.jar");
        write(
                other,
                Map.of(
                        "META-INF/throughline/channels",
                        text("acme\n"),
                        "channels/acme/channel.yaml",
                        text(CHANNEL.formatted("acme") + "touchpoint: elsewhere\n")));

        assertThatThrownBy(() -> probe(jar("one.jar", "acme"), other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two channels are called 'acme'")
                .hasMessageContaining("one.jar")
                .hasMessageContaining("other.jar");
    }

    @Test
    void aShippedChannelIsNotReplacedInSilence() throws IOException {
        assertThatThrownBy(() -> probe(jar("one.jar", "typeform")))
                .hasMessageContaining("two channels are called 'typeform'")
                .hasMessageContaining("one.jar");
    }

    @Test
    void twoMappersOfOneNameAreAnErrorThatNamesBothJars() throws IOException {
        Path other = folder.resolve("other.jar");
        write(
                other,
                Map.of(
                        "META-INF/services/" + MapperProvider.class.getName(),
                        text("io.throughline.channels.PluginTest$AlsoLoud\n")));

        assertThatThrownBy(() -> probe(jar("one.jar", "acme"), other))
                .hasMessageContaining("two mappers are called 'loud'")
                .hasMessageContaining("one.jar")
                .hasMessageContaining("test-classes");
    }

    @Test
    void aChannelThatIsListedAndMissingIsNamed() throws IOException {
        Path broken = folder.resolve("broken.jar");
        write(broken, Map.of("META-INF/throughline/channels", text("gone\n")));

        assertThatThrownBy(() -> probe(broken))
                .hasStackTraceContaining(
                        "channels/gone/channel.yaml is listed and missing in " + broken.toString());
    }

    /** Of the same name as the mapper of the jar; on the class path of the tests. */
    public static final class AlsoLoud implements MapperProvider {
        @Override
        public String name() {
            return "loud";
        }

        @Override
        public ChannelMapper mapper(Records records) {
            return (envelope, context) -> List.of();
        }
    }

    private Path jar(String name, String id) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("acme/Loud.class", compiled);
        entries.put("META-INF/services/" + MapperProvider.class.getName(), text("acme.Loud\n"));
        entries.put("META-INF/throughline/channels", text("# ours\n" + id + "\n"));
        entries.put("channels/" + id + "/channel.yaml", text(CHANNEL.formatted(id)));
        Path jar = folder.resolve(name);
        write(jar, entries);
        return jar;
    }

    private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a program sees that has these jars on its class path. */
    private static String probe(Path... jars) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(url(Path.of(entry)));
        }
        for (Path jar : jars) {
            urls.add(url(jar));
        }
        try (URLClassLoader loader =
                new URLClassLoader(
                        urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object probe =
                    loader.loadClass(PluginProbe.class.getName()).getConstructor().newInstance();
            return (String) ((Supplier<?>) probe).get();
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
