package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchHomeTest {

    @TempDir Path target;

    @Test
    void isFoundWhereTheBuildUnpacksIt() throws IOException {
        Path home = unpack("elasticsearch/elasticsearch-8.19.21");
        assertThat(ElasticsearchHome.locate(Optional.empty(), target).directory()).isEqualTo(home);
    }

    @Test
    void ofTwoVersionsTheNewerIsTaken() throws IOException {
        unpack("elasticsearch/elasticsearch-8.19.9");
        Path newer = unpack("elasticsearch/elasticsearch-8.19.21");
        assertThat(ElasticsearchHome.locate(Optional.empty(), target).directory()).isEqualTo(newer);
    }

    @Test
    void aNamedPlaceGoesFirst() throws IOException {
        unpack("elasticsearch/elasticsearch-8.19.21");
        Path named = unpack("mine");
        assertThat(ElasticsearchHome.locate(Optional.of(named), target).directory())
                .isEqualTo(named);
    }

    @Test
    void anythingElseIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> ElasticsearchHome.locate(Optional.empty(), target))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("./throughline");
        assertThatThrownBy(() -> ElasticsearchHome.locate(Optional.of(target), target))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(ElasticsearchHome.PROPERTY);
    }

    private Path unpack(String name) throws IOException {
        Path home = target.toAbsolutePath().normalize().resolve(name);
        Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("modules"));
        return home;
    }
}
