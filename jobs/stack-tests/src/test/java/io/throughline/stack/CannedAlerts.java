package io.throughline.stack;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.alert.Onset;
import io.throughline.alert.Ownership;
import io.throughline.alert.StageStatus;
import io.throughline.alert.Term;
import io.throughline.document.WatchDocument;
import io.throughline.json.AlertJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Alerts, and the watch that found them, as Elasticsearch would answer with them. */
final class CannedAlerts {

    static final String DROP = "5b1f0c77a2d94e10";
    static final String SURGE = "77aa10b2c3d4e5f6";
    static final String RISE = "0123456789abcdef";

    private static final String JOURNEY = "insurance-personal-lines";
    private static final Duration SINCE = Duration.ofHours(40);

    private final Instant now;
    private final List<Alert> list;

    CannedAlerts(Instant now) {
        this.now = now;
        Instant ended = now.minus(Duration.ofDays(6));
        this.list =
                List.of(
                        drop(AlertState.FIRING, Handling.NONE),
                        surge(),
                        rise(AlertState.RESOLVED, ended));
    }

    String all() {
        return hits(list.stream().map(AlertJson::line).toList());
    }

    /** The drop is silenced, and a rise is open. */
    String silenced() {
        Handling silence = Handling.NONE.held("a-silence", List.of());
        return hits(
                List.of(
                        AlertJson.line(drop(AlertState.SUPPRESSED, silence)),
                        AlertJson.line(rise(AlertState.FIRING, null))));
    }

    /** The one whose id a search names. */
    String one(String search) {
        return hits(
                list.stream()
                        .filter(alert -> search.contains(alert.id()))
                        .map(AlertJson::line)
                        .toList());
    }

    String watch() {
        return hits(
                List.of(
                        status("claim", false, 1400, 6.4, now.minus(Duration.ofHours(30))),
                        status("billing", false, 900, 1.2, null),
                        status("quote", true, 120, 0, null)));
    }

    String due() {
        List<String> words = new ArrayList<>();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        for (int ago = 120; ago >= 1; ago--) {
            words.add(
                    String.format(
                            Locale.ROOT,
                            "{\"windowStart\": \"%s\", \"watch\": {\"expected\": %.3f}}",
                            hour.minus(Duration.ofHours(ago)),
                            0.27 + 0.03 * Math.sin(ago / 24.0 * 2 * Math.PI)));
        }
        return hits(words);
    }

    String hours() {
        Random random = new Random(7);
        List<String> buckets = new ArrayList<>();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        for (int ago = 120; ago >= 1; ago--) {
            int all = 2 + random.nextInt(6);
            int negative = 0;
            for (int i = 0; i < all; i++) {
                negative += random.nextDouble() < (ago < SINCE.toHours() ? 0.62 : 0.27) ? 1 : 0;
            }
            buckets.add(
                    """
                    {"key": %d, "count": {"value": %d}, "negative": {"value": %d},
                     "neutral": {"value": 0}, "positive": {"value": %d}}
                    """
                            .formatted(
                                    hour.minus(Duration.ofHours(ago)).toEpochMilli(),
                                    all,
                                    negative,
                                    all - negative));
        }
        return "{\"aggregations\": {\"hours\": {\"buckets\": ["
                + String.join(",", buckets)
                + "]}}}";
    }

    private static String hits(List<String> sources) {
        return "{\"hits\": {\"total\": {\"value\": %d}, \"hits\": [%s]}}"
                .formatted(
                        sources.size(),
                        String.join(
                                ",",
                                sources.stream()
                                        .map(source -> "{\"_source\": " + source + "}")
                                        .toList()));
    }

    private String status(
            String stage, boolean learning, long count, double statistic, Instant pendingSince) {
        StageStatus status =
                new StageStatus(
                        JOURNEY,
                        stage,
                        now,
                        learning,
                        count,
                        300,
                        0.27,
                        statistic,
                        6.2,
                        pendingSince);
        return new String(WatchDocument.encode(status), StandardCharsets.UTF_8);
    }

    private Alert drop(AlertState state, Handling handling) {
        Instant onset = now.minus(SINCE);
        return alert(
                DROP,
                "claim",
                state,
                Direction.DROP,
                new Onset(onset, onset.minus(Duration.ofHours(4)), onset.plus(Duration.ofHours(3))),
                onset.plus(Duration.ofHours(14)),
                null,
                new Figures(0.27, 0.61, 0.25, 0.42, 88, 80),
                List.of(
                        new Driver("phone", 41, 0.3, 0.75, 0.21),
                        new Driver("social", 30, 0.28, 0.58, 0.102),
                        new Driver("mobile", 12, 0.2, 0.5, 0.041),
                        new Driver("web", 5, 0.26, 0.02, -0.013)),
                List.of(
                        new Term("call back", 6.1, 27),
                        new Term("adjuster", 4.8, 33),
                        new Term("voicemail", 3.9, 14),
                        new Term(CannedElasticsearch.MARKUP, 3.1, 2)),
                List.of(
                        evidence("phone", "Nobody has called me back about the claim. Day nine."),
                        evidence("social", CannedElasticsearch.MARKUP),
                        evidence("mobile", "Averyveryverylongwordwithoutabreak".repeat(6)),
                        evidence("social", "still no adjuster 😡 what am I paying for"),
                        evidence("phone", "I left four messages and got a voicemail each time.")),
                new Ownership(
                        "When something has happened",
                        "claims-operations",
                        List.of("billing", "digital"),
                        "chief-operations"),
                handling);
    }

    private Alert surge() {
        Instant onset = now.minus(Duration.ofHours(9));
        return alert(
                SURGE,
                "help",
                AlertState.RECOVERING,
                Direction.VOLUME_SURGE,
                new Onset(onset, onset, onset),
                onset.plus(Duration.ofHours(1)),
                null,
                new Figures(40, 171, 104, 158, 171, 150),
                List.of(new Driver("social", 140, 22, 140, 118), new Driver("web", 31, 18, 31, 13)),
                List.of(),
                List.of(),
                new Ownership("When I need help", "customer-care", List.of(), null),
                Handling.NONE);
    }

    private Alert rise(AlertState state, Instant ended) {
        Instant onset = now.minus(Duration.ofDays(9));
        return alert(
                RISE,
                "billing",
                state,
                Direction.RISE,
                new Onset(onset, onset.minusSeconds(900), onset.plusSeconds(900)),
                onset.plus(Duration.ofHours(20)),
                ended,
                new Figures(0.4, 0.22, -0.26, -0.1, 120, 101),
                List.of(new Driver("web", 120, 0.4, 0.22, -0.18)),
                List.of(),
                List.of(),
                new Ownership("When I pay", "billing", List.of(), null),
                Handling.NONE);
    }

    private static Alert alert(
            String id,
            String stage,
            AlertState state,
            Direction direction,
            Onset onset,
            Instant firedAt,
            Instant resolvedAt,
            Figures figures,
            List<Driver> drivers,
            List<Term> terms,
            List<Evidence> verbatims,
            Ownership ownership,
            Handling handling) {
        return new Alert(
                id,
                "sentiment-drop",
                JOURNEY,
                3,
                stage,
                state,
                direction,
                onset,
                firedAt,
                resolvedAt,
                resolvedAt == null ? firedAt : resolvedAt,
                figures,
                null,
                new Decision(
                        direction == Direction.VOLUME_SURGE ? "count" : "cusum",
                        6.41,
                        6.2,
                        Duration.ofDays(56)),
                drivers,
                terms,
                verbatims,
                List.of("adaptive@3"),
                "About 40 more pieces of feedback at the former level end it; silence does not.",
                ownership,
                handling,
                2);
    }

    private Evidence evidence(String channel, String text) {
        return new Evidence(
                channel + ":made-up:" + Math.abs(text.hashCode()),
                channel,
                now.minus(Duration.ofHours(5)),
                text,
                channel.equals("phone") ? null : "https://example.org/" + channel);
    }
}
