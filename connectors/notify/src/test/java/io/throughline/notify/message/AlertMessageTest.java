package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.alert.Driver;
import io.throughline.alert.Figures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertMessageTest {

    @Test
    void smallChannelsArePutTogetherAndTheSumStaysRight() {
        List<Driver> drivers =
                IntStream.range(0, 12)
                        .mapToObj(i -> new Driver("channel-" + i, 10, 0.2, 0.4, 0.2 / 12))
                        .toList();
        Alert alert = Alerts.carriedBy(drivers, new Figures(0.2, 0.4, 0.1, 0.3, 120, 100));

        List<Carrier> carriers = message(alert).carriers();

        assertThat(carriers).hasSize(8);
        assertThat(carriers.get(7).channel()).isEqualTo("5 others");
        assertThat(carriers.get(7).detail()).isEqualTo("50 pieces of feedback");
        assertThat(carriers.stream().mapToDouble(one -> Double.parseDouble(one.amount())).sum())
                .isEqualTo(20.0, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(message(alert).carriersTitle())
                .isEqualTo("Which channels carry the +20.0 points");
    }

    @Test
    void praiseIsSaidAsPraise() {
        Alert alert =
                Alerts.change(
                        SampleAlert.drop(),
                        copy -> {
                            copy.direction = io.throughline.alert.Direction.RISE;
                            copy.figures = new Figures(0.25, 0.125, -0.18, -0.06, 200, 1);
                            return copy;
                        });

        AlertMessage message = message(alert);

        assertThat(message.headline())
                .isEqualTo("Customers are happier with “Getting a claim settled”");
        assertThat(message.tone()).isEqualTo(Tone.PRAISE);
        assertThat(message.summary())
                .contains("200 pieces of feedback from 1 author since it began")
                .contains("That is 12.5 points less")
                .contains("−18.0 to −6.0");
        assertThat(message.links().get(1).url()).contains("positive");
    }

    @Test
    void longNamesOfChannelsKeepTheColumnsInLine() {
        List<Driver> drivers =
                List.of(
                        new Driver("Customer Care Call", 90, 0.2, 0.4, 0.15),
                        new Driver("web", 30, 0.2, 0.4, 0.05));
        Alert alert = Alerts.carriedBy(drivers, new Figures(0.2, 0.4, 0.1, 0.3, 120, 100));

        assertThat(PlainText.of(message(alert)))
                .contains(
                        "\n  Customer Care Call    +15.0   40.0% negative of 90, expected 20.0%"
                                + "\n  web                    +5.0   40.0% negative of 30");
    }

    @Test
    void oneThatWasToBeExpectedIsSaidAsOne() {
        Alert alert =
                Alerts.change(
                        Alerts.surge(),
                        copy -> {
                            copy.figures = new Figures(0.6, 6, 0.3, 11.8, 6, 6);
                            return copy;
                        });

        assertThat(message(alert).summary())
                .contains("; 1 was to be expected. That is 5 more")
                .contains("(95% interval of the change: 0 to +12)");
    }

    @Test
    void withoutAddressesThereAreNoLinks() {
        assertThat(
                        AlertMessage.of(SampleAlert.drop(), Occasion.CHANGE, MessageSettings.NONE)
                                .links())
                .isEmpty();
    }

    @Test
    void withoutAZoneThereIsUtcAlone() {
        assertThat(
                        AlertMessage.of(SampleAlert.drop(), Occasion.CHANGE, MessageSettings.NONE)
                                .status())
                .isEqualTo("Firing since 2026-03-04 10:35 UTC");
    }

    @Test
    void aZoneOfAnotherDaySaysTheDay() {
        MessageSettings tokyo = MessageSettings.NONE.in(java.time.ZoneId.of("Asia/Tokyo"));

        assertThat(
                        AlertMessage.of(SampleAlert.drop(), Occasion.CHANGE, tokyo)
                                .facts()
                                .get(0)
                                .text())
                .contains("2026-03-03 21:10 UTC (2026-03-04 06:10 Asia/Tokyo)");
    }

    private static AlertMessage message(Alert alert) {
        return AlertMessage.of(alert, Occasion.CHANGE, Alerts.SETTINGS);
    }
}
