package io.throughline.channels.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takesEveryLineEndAndEverySplitOfTheBytes(String lineEnd) {
        String stream =
                "\uFEFF: comment\nid: 1\nevent: update\ndata: first\ndata:second\ndata\n\ndata: \u05E9\n\n"
                        .replace("\n", lineEnd);
        byte[] bytes = stream.getBytes(UTF_8);
        for (int step = 1; step <= bytes.length; step++) {
            SseParser parser = new SseParser();
            List<String> events = new ArrayList<>();
            for (int at = 0; at < bytes.length; at += step) {
                parser.feed(
                        bytes,
                        at,
                        Math.min(step, bytes.length - at),
                        event -> events.add(shown(event)));
            }
            assertThat(events).containsExactly("update/1/first\nsecond\n", "message/1/\u05E9");
        }
    }

    @Test
    void followsTheExamplesOfTheStandard() {
        assertThat(events("data: YHOO\ndata: +2\ndata: 10\n\n"))
                .containsExactly("message//YHOO\n+2\n10");
        assertThat(
                        events(
                                ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\n"
                                        + "id\n\ndata:  third event\n\n"))
                .containsExactly(
                        "message/1/first event", "message//second event", "message// third event");
        assertThat(events("data\n\ndata\ndata\n\n")).containsExactly("message//", "message//\n");
        assertThat(events("data:test\n\ndata: test\n\n"))
                .containsExactly("message//test", "message//test");
    }

    @Test
    void anEventWithoutDataIsNone() {
        assertThat(events("event: filters_changed\n\n:thump\n\ndata: x\n\n"))
                .containsExactly("message//x");
    }

    @Test
    void theReconnectionTimeIsKept() {
        SseParser parser = new SseParser();
        assertThat(parser.retry()).isEmpty();
        byte[] bytes = "retry: 1500\nretry: soon\n".getBytes(UTF_8);
        parser.feed(bytes, 0, bytes.length, event -> {});

        assertThat(parser.retry()).contains(Duration.ofMillis(1500));
    }

    @Test
    void theLastEventCountsWithoutABlankLine() {
        assertThat(events("data: x")).containsExactly("message//x");
        assertThat(events("event: update")).isEmpty();
    }

    @Test
    void dataThatIsTooLargeIsCutAndTheNextEventIsNot() {
        byte[] line = ("data: " + "x".repeat(1 << 20) + "\n").getBytes(UTF_8);
        SseParser parser = new SseParser();
        List<SseEvent> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            parser.feed(line, 0, line.length, events::add);
        }
        byte[] rest = "\ndata: y\n\n".getBytes(UTF_8);
        parser.feed(rest, 0, rest.length, events::add);

        assertThat(events).hasSize(2);
        assertThat(events.get(0).originalSize()).isEqualTo(20L * (1 << 20) + 19);
        assertThat(events.get(0).data()).hasSize(Limits.CUT_TO);
        assertThat(events.get(1).originalSize()).isEqualTo(-1);
    }

    @Test
    void offsetsEncloseTheEvent() {
        String stream = ":x\n\ndata: a\n\nevent: b\ndata: c\n\n";
        SseParser parser = new SseParser();
        List<SseEvent> events = new ArrayList<>();
        byte[] bytes = stream.getBytes(UTF_8);
        parser.feed(bytes, 0, bytes.length, events::add);

        assertThat(events)
                .extracting(e -> stream.substring((int) e.start(), (int) e.end()))
                .containsExactly("data: a\n\n", "event: b\ndata: c\n\n");
    }

    private static List<String> events(String stream) {
        SseParser parser = new SseParser();
        List<String> events = new ArrayList<>();
        byte[] bytes = stream.getBytes(UTF_8);
        parser.feed(bytes, 0, bytes.length, event -> events.add(shown(event)));
        parser.finish(event -> events.add(shown(event)));
        return events;
    }

    private static String shown(SseEvent event) {
        return event.name() + "/" + event.lastEventId() + "/" + new String(event.data(), UTF_8);
    }
}
