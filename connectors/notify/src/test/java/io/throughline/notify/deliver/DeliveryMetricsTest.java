package io.throughline.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.metrics.Meters;
import io.throughline.notify.message.SampleAlert;
import org.junit.jupiter.api.Test;

class DeliveryMetricsTest {

    private final Meters meters = new Meters();
    private final DeliveryMetrics metrics = new DeliveryMetrics(meters);

    @Test
    void withoutReceiversNobodyReadsTheTopicAndNoZeroStandsForItsAlerts() {
        assertThat(meters.text()).contains("# TYPE notify_alerts").doesNotContain("notify_alerts{");
    }

    @Test
    void alertsAreCountedWhenTheTopicWasReadToItsEndAndNotBefore() {
        metrics.seen(SampleAlert.drop());
        assertThat(meters.text()).doesNotContain("notify_alerts{");

        metrics.caughtUp();
        assertThat(meters.text())
                .contains("notify_alerts{state=\"firing\"} 1\n")
                .contains("notify_alerts{state=\"resolved\"} 0\n");

        metrics.left();
        assertThat(meters.text()).doesNotContain("notify_alerts{");
    }
}
