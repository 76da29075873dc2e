package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.demo.wire.CallFile;
import io.throughline.local.demo.wire.Review;
import io.throughline.local.demo.wire.StreamEvent;
import io.throughline.local.demo.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveRecordsTest {

    private final List<String> out = new ArrayList<>();

    private final LiveRecords.Outlet outlet =
            new LiveRecords.Outlet() {
                @Override
                public void review(Review review) {
                    out.add("review " + review);
                }

                @Override
                public void webhook(Webhook webhook) {
                    out.add("webhook " + new String(webhook.body(), StandardCharsets.UTF_8));
                }

                @Override
                public void call(CallFile file) {
                    out.add("call " + file.name());
                }

                @Override
                public void event(StreamEvent event) {
                    out.add("event " + event.name() + " " + event.data());
                }
            };

    @Test
    void newRecordsComeOnAllChannelsAndAreAllDifferent() throws Exception {
        LiveRecords records = new LiveRecords(Plans.SMALL.options());
        for (int i = 1; i <= 200; i++) {
            records.next(Plans.END.plusSeconds(i), outlet);
        }

        assertThat(out.size()).isBetween(200, 210);
        assertThat(out.stream().distinct()).hasSize(200);
        assertThat(out.stream().map(line -> line.split(" ", 2)[0]).distinct())
                .containsExactlyInAnyOrder("review", "webhook", "call", "event");
    }

    @Test
    void somePostsAreEditedOrTakenBack() throws Exception {
        LiveRecords records = new LiveRecords(Plans.SMALL.options());
        for (int i = 1; i <= 600; i++) {
            records.next(Plans.END.plusSeconds(i), outlet);
        }

        assertThat(out).anyMatch(line -> line.startsWith("event status.update "));
        assertThat(out).anyMatch(line -> line.startsWith("event delete "));
    }

    @Test
    void sameTimeGivesTheSameRecord() throws Exception {
        Instant at = Plans.END.plusSeconds(99);
        new LiveRecords(Plans.SMALL.options()).next(at, outlet);
        new LiveRecords(Plans.SMALL.options()).next(at, outlet);

        assertThat(out).hasSize(2);
        assertThat(out.get(0)).isEqualTo(out.get(1));
    }
}
