package io.throughline.stack;

import io.throughline.alert.Alert;
import io.throughline.alert.DataFault;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contributions;
import io.throughline.domain.watch.DataHealthWatch;
import io.throughline.domain.watch.StageWatch;
import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Provenance;
import io.throughline.model.Role;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A story of a shop in tagged feedback, of which is known when which stage gets worse: {@code
 * delivery} and {@code support} for two days, {@code billing} too, of which better feedback comes
 * late, and {@code order} from then on for good. {@code search} stays as it is.
 */
final class AlertStory {

    static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    static final Instant DROP = BEGIN.plus(Duration.ofDays(18));
    static final Instant RECOVERY = DROP.plus(Duration.ofDays(2));
    static final Instant END = RECOVERY.plus(Duration.ofDays(5));
    static final String JOURNEY = "shop";

    /** When {@link #late} is told: {@code billing} is still worse. */
    static final Instant TOLD_LATE = DROP.plus(Duration.ofHours(30));

    private static final List<String> STAGES =
            List.of("delivery", "order", "support", "billing", "search");
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final int LATE = 10;

    private AlertStory() {}

    /** What comes in time, in the order in which it was observed. */
    static List<TaggedFeedback> feedback() {
        return all().stream().filter(tagged -> !isLate(tagged)).toList();
    }

    /** Feedback on {@code billing}, better than what came, that is told more than a day late. */
    static List<TaggedFeedback> late() {
        return all().stream().filter(AlertStory::isLate).toList();
    }

    private static boolean isLate(TaggedFeedback tagged) {
        Instant known = tagged.feedback().observedAt().minus(Duration.ofHours(1));
        return tagged.feedback().occurredAt().isBefore(known);
    }

    private static List<TaggedFeedback> all() {
        SplittableRandom random = new SplittableRandom(5);
        List<TaggedFeedback> all = new ArrayList<>();
        for (Instant at = BEGIN; at.isBefore(END); at = at.plus(EVERY)) {
            for (String stage : STAGES) {
                Instant time = at.plusSeconds(60L * STAGES.indexOf(stage) + random.nextInt(50));
                boolean negative = random.nextDouble() < share(stage, time);
                all.add(tagged(all.size(), stage, time, time, negative, random));
            }
            if (at.equals(TOLD_LATE)) {
                for (int late = 0; late < LATE; late++) {
                    Instant time = DROP.plus(Duration.ofMinutes(5 + 20L * late));
                    all.add(
                            tagged(
                                    all.size(),
                                    "billing",
                                    time,
                                    at.plusSeconds(299),
                                    false,
                                    random));
                }
            }
        }
        return List.copyOf(all);
    }

    private static double share(String stage, Instant time) {
        boolean worse =
                switch (stage) {
                    case "search" -> false;
                    case "order" -> !time.isBefore(RECOVERY);
                    default -> !time.isBefore(DROP) && time.isBefore(RECOVERY);
                };
        return worse ? 0.7 : 0.2;
    }

    static TaggedFeedback tagged(
            int number,
            String stage,
            Instant occurred,
            Instant observed,
            boolean negative,
            SplittableRandom random) {
        StringBuilder text = new StringBuilder(stage).append(negative ? " broken" : " fine");
        for (int word = 0; word < 5; word++) {
            text.append(' ').append(Long.toString(random.nextLong(100_000_000L), 26));
        }
        return new TaggedFeedback(
                new FeedbackBuilder(
                                number % 3 == 0 ? Channel.WEB : Channel.EMAIL,
                                "lines",
                                Integer.toString(number))
                        .revision(1)
                        .occurredAt(occurred)
                        .observedAt(observed)
                        .author(new Author("hmac:" + number, Role.CUSTOMER))
                        .text(text.toString())
                        .language("en")
                        .provenance(
                                new Provenance(
                                        "file:a", number, 0, "feedback.raw", 0, number, "ab"))
                        .build(),
                occurred,
                new Sentiment(
                        negative ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE,
                        negative ? -0.5 : 0.5,
                        0.9,
                        null,
                        "words",
                        "1"),
                new StageTags(List.of(new StageTag(stage, 1, 0.8)), null, "words", JOURNEY, 1),
                1,
                Map.of());
    }

    /**
     * What the watches find by themselves, without Flink, commands or restarts: newest versions.
     */
    static Map<String, Alert> alertsOf(String watched) {
        DataHealthWatch data = new DataHealthWatch(JOURNEY);
        Map<String, StageWatch> stages = new HashMap<>();
        Map<String, Alert> alerts = new TreeMap<>();
        Instant highest = Instant.EPOCH;
        for (TaggedFeedback tagged : feedback()) {
            Instant time = tagged.feedback().occurredAt();
            highest = time.isAfter(highest) ? time : highest;
            Contributions.of(tagged)
                    .forEach(
                            contribution -> {
                                Change change =
                                        new Change(
                                                contribution,
                                                Change.ADD,
                                                Contributions.excerpt(tagged).orElse(null),
                                                Contributions.terms(tagged));
                                data.apply(change);
                                stages.computeIfAbsent(
                                                contribution.stage(),
                                                stage -> new StageWatch(JOURNEY, stage))
                                        .apply(change);
                            });
            Instant watermark = highest.minus(BOUND);
            for (DataFault fault : data.advance(watermark)) {
                stages.values().forEach(stage -> stage.tell(fault));
            }
            if (stages.containsKey(watched)) {
                stages.get(watched)
                        .advance(watermark)
                        .forEach(alert -> alerts.put(alert.id(), alert));
            }
        }
        return alerts;
    }
}
