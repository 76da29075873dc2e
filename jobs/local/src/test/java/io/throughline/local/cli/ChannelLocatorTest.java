package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelLocatorTest {

    private static final String YAML =
            """
            apiVersion: throughline/v1
            id: %s
            channel: web
            mode: file
            map: {naturalId: $.id, text: $.text}
            """;

    @TempDir private Path directory;

    @Test
    void findsTheUsersOwnBeforeTheShippedOne() throws IOException {
        assertThat(find("typeform").file()).isEmpty();

        write("channels/typeform/channel.yaml", "typeform");

        assertThat(find("typeform").definition().mapper()).isNull();
        assertThat(find("typeform").fixtures())
                .hasValueSatisfying(
                        path ->
                                assertThat(path)
                                        .isEqualTo(
                                                directory
                                                        .resolve("channels/typeform/fixtures")
                                                        .toAbsolutePath()));
    }

    @Test
    void findsTheSourcesOfShippedChannelsInACheckout() throws IOException {
        Path home = directory.resolve("checkout");
        Path source =
                home.resolve("connectors/channels/src/main/resources/channels/csv/channel.yaml");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "");

        assertThat(new ChannelLocator(directory, home).find("csv").file()).contains(source);
    }

    @Test
    void takesFoldersAndFiles() throws IOException {
        Path file = write("elsewhere/channel.yaml", "mine");

        assertThat(find("elsewhere").id()).isEqualTo("mine");
        assertThat(find("elsewhere/channel.yaml").file()).contains(file);
    }

    @Test
    void saysWhatIsKnownWhenThereIsNone() {
        assertThatThrownBy(() -> find("typefrom"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no channel 'typefrom'")
                .hasMessageContaining("typeform");
    }

    @Test
    void saysWhatIsWrongWithADefinitionAtItsPlace() throws IOException {
        Path file = write("broken/channel.yaml", "Mine");

        assertThatThrownBy(() -> find("broken"))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining(file + ":2:5: error");
    }

    private LocatedChannel find(String name) throws IOException {
        return new ChannelLocator(directory, directory).find(name);
    }

    private Path write(String name, String id) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, YAML.formatted(id));
    }
}
