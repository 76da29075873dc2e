package io.throughline.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.FetchSettings;
import io.throughline.fetch.MissingInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelInstanceTest {

    @Test
    void showsNoSecret() {
        ChannelInstance instance =
                ChannelInstance.of(
                        definition("mastodon"), Map.of("secret.mastodon", "not-to-be-shown"));

        assertThat(instance.toString()).contains("mastodon").doesNotContain("not-to-be-shown");
    }

    @Test
    void refusesWhatCannotBeFetched() {
        assertThatThrownBy(() -> ChannelInstance.of(definition("typeform"), Map.of()))
                .hasMessageContaining("gateway");
        assertThatThrownBy(() -> ChannelInstance.of(definition("transcribe"), Map.of()))
                .hasMessageContaining("name them");
    }

    @Test
    void aSourceTravelsWithItsInstances() throws Exception {
        ChannelSource source =
                ChannelSource.unbounded(
                        List.of(HostedChannel.of(appStore())), FetchSettings.DEFAULT);

        assertThat(InstantiationUtil.clone(source).getBoundedness())
                .isEqualTo(source.getBoundedness());
    }

    @Test
    void refusesTwoInstancesOfOneName() {
        HostedChannel instance = HostedChannel.of(appStore());

        assertThatThrownBy(
                        () ->
                                ChannelSource.unbounded(
                                        List.of(instance, instance), FetchSettings.DEFAULT))
                .hasMessageContaining("app-store");
    }

    @Test
    void saysWhichPathIsMissing(@TempDir Path folder) {
        ChannelInstance missing =
                ChannelInstance.ofFiles(
                        definition("csv"), List.of(folder.resolve("not-there.csv").toString()));

        assertThatThrownBy(() -> ChannelSource.bounded(List.of(missing), FetchSettings.DEFAULT))
                .isInstanceOf(MissingInputException.class)
                .hasMessageContaining("not-there.csv");
    }

    @Test
    void saysWhichValueIsMissingBeforeAJobStarts() {
        ChannelInstance incomplete =
                ChannelInstance.of(definition("app-store"), Map.of("config.country", "gb"));

        assertThatThrownBy(
                        () ->
                                ChannelSource.unbounded(
                                        List.of(HostedChannel.of(incomplete)),
                                        FetchSettings.DEFAULT))
                .hasMessageContaining("app-store")
                .hasMessageContaining("config.appId");
    }

    private static ChannelInstance appStore() {
        return ChannelInstance.of(
                definition("app-store"), Map.of("config.country", "gb", "config.appId", "1"));
    }

    private static ChannelDefinition definition(String id) {
        return ChannelCatalog.builtIn().find(id).orElseThrow();
    }
}
