package io.throughline.local.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.NotificationsReader;
import io.throughline.yaml.YamlFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerCheckTest {

    private static final String RECEIVERS =
            """
            receivers:
              - {id: chat, type: slack, url: "https://chat.example/hook"}
              - {id: board, type: slack, url: "https://chat.example/board"}
            """;
    private static final JourneyMap MAP =
            JourneyMapReader.read(
                    "shop",
                    """
                    apiVersion: throughline/v1
                    journey: shop
                    version: 1
                    stages:
                      - {id: order, name: Ordering, order: 1, owner: sales, sponsor: managing-director, examples: [I ordered a lamp]}
                      - {id: parcel, name: Delivery, order: 2, owner: logistics, examples: [The parcel is late]}
                    """);

    @Test
    void saysNothingWhenEverybodyIsTold() {
        assertThat(remarks("owners: {sales: chat, logistics: [chat], managing-director: [board]}"))
                .isEmpty();
        assertThat(remarks("owners: {default: [chat, board]}")).isEmpty();
    }

    @Test
    void findsAMisspeltOwnerAndWhoIsNotToldBecauseOfIt() {
        assertThat(remarks("owners: {sales: [chat, board], logistic: chat}"))
                .containsExactly(
                        "'logistic' under 'owners' owns and sponsors no stage; did you mean"
                                + " 'logistics'?",
                        "Nobody is told of the stages of logistics: name their receivers under"
                                + " 'owners', or some under 'default'");
    }

    @Test
    void findsAReceiverThatNobodyNames() {
        assertThat(remarks("owners: {default: [chat]}"))
                .containsExactly("No owner names the receiver board, so nothing is told there");
    }

    private static List<String> remarks(String owners) {
        YamlFile file = YamlFile.parse("file.yaml", RECEIVERS + owners + "\n");
        Notifications notifications =
                NotificationsReader.read(file.root(), (map, key, text) -> text);
        file.check();
        return OwnerCheck.remarks(notifications, MAP);
    }
}
