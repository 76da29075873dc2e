package io.throughline.pipeline.detect;

import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Role;
import io.throughline.model.SentimentLabel;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A scripted stream of tagged feedback: two stages over three and a half weeks, of which one gets
 * far worse for two days and then is as it was.
 */
public final class Script {

    static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    static final Instant DROP = BEGIN.plus(Duration.ofDays(18));
    static final Instant RECOVERY = DROP.plus(Duration.ofDays(2));
    static final Instant END = RECOVERY.plus(Duration.ofDays(5));

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int LATEST_SECONDS = 280;

    private Script() {}

    /** In the order in which it happened, observed at once. */
    public static List<TaggedFeedback> inOrder() {
        SplittableRandom random = new SplittableRandom(20260302);
        List<TaggedFeedback> all = new ArrayList<>();
        int number = 0;
        for (Instant at = BEGIN; at.isBefore(END); at = at.plus(EVERY)) {
            Instant time = at.plusSeconds(random.nextInt(240));
            all.add(tagged(++number, time, "delivery", share(time), random));
            if (number % 2 == 0) {
                all.add(tagged(++number, time.plusSeconds(3), "order", 0.2, random));
            }
        }
        return List.copyOf(all);
    }

    /** The same, coming up to the bound later than it happened, and some of it twice. */
    public static List<TaggedFeedback> shuffled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<TaggedFeedback, Instant> arrivals = new HashMap<>();
        List<TaggedFeedback> all = new ArrayList<>();
        for (TaggedFeedback tagged : inOrder()) {
            Instant seen =
                    tagged.feedback().occurredAt().plusSeconds(random.nextInt(LATEST_SECONDS));
            TaggedFeedback late = observed(tagged, seen);
            arrivals.put(late, seen);
            all.add(late);
            if (random.nextInt(10) == 0) {
                TaggedFeedback again = observed(tagged, seen.plusSeconds(random.nextInt(3_600)));
                arrivals.put(again, again.feedback().observedAt());
                all.add(again);
            }
        }
        all.sort(Comparator.comparing(arrivals::get));
        return List.copyOf(all);
    }

    private static double share(Instant time) {
        return time.isBefore(DROP) || !time.isBefore(RECOVERY) ? 0.2 : 0.65;
    }

    private static TaggedFeedback observed(TaggedFeedback tagged, Instant at) {
        return new TaggedFeedback(
                tagged.feedback().toBuilder().observedAt(at).build(),
                tagged.firstOccurredAt(),
                tagged.sentiment(),
                tagged.stages(),
                tagged.generation(),
                tagged.redactions());
    }

    private static TaggedFeedback tagged(
            int number, Instant time, String stage, double share, SplittableRandom random) {
        boolean negative = random.nextDouble() < share;
        StringBuilder text = new StringBuilder(stage).append(negative ? " broken" : " fine");
        for (int word = 0; word < 6; word++) {
            text.append(' ').append(word(random));
        }
        return Samples.tagged(
                new FeedbackBuilder(
                                number % 3 == 0 ? Channel.WEB : Channel.EMAIL,
                                number % 3 == 0 ? "forms" : "lines",
                                Integer.toString(number))
                        .revision(1)
                        .occurredAt(time)
                        .observedAt(time)
                        .author(new Author("hmac:" + number, Role.CUSTOMER))
                        .text(text.toString())
                        .language("en")
                        .provenance(Samples.PROVENANCE)
                        .build(),
                negative ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE,
                stage);
    }

    private static String word(SplittableRandom random) {
        char[] letters = new char[6];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) ('a' + random.nextInt(26));
        }
        return new String(letters);
    }
}
