package io.throughline.local.pagebench;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.model.Abstention;
import io.throughline.model.Author;
import io.throughline.model.Basis;
import io.throughline.model.Channel;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Tagged feedback that nobody gave, in the order in which it occurred. The same numbers give the
 * same feedback, so that an index of a former run can be used again.
 */
final class MadeFeedback {

    private static final List<Channel> CHANNELS =
            List.of(Channel.MOBILE, Channel.PHONE, Channel.SOCIAL, Channel.WEB);
    private static final List<String> OPENINGS =
            List.of(
                    "After two weeks",
                    "On the phone",
                    "In the app",
                    "Yesterday",
                    "As so often",
                    "When I asked",
                    "For the third time",
                    "Since the update");
    private static final List<String> SUBJECTS =
            List.of(
                    "the claim",
                    "the garage",
                    "my renewal",
                    "the invoice",
                    "the adviser",
                    "the quote",
                    "the assessor",
                    "the letter",
                    "the login",
                    "the refund",
                    "the tow truck",
                    "the form",
                    "the hotline",
                    "the policy",
                    "the premium");
    private static final Map<SentimentLabel, List<String>> ENDINGS =
            Map.of(
                    SentimentLabel.NEGATIVE,
                    List.of(
                            "was still not settled and nobody calls back",
                            "got lost again, which is annoying",
                            "took forever and was wrong in the end",
                            "cost more than promised"),
                    SentimentLabel.NEUTRAL,
                    List.of(
                            "came by post",
                            "was changed to the first of the month",
                            "has another number now",
                            "needs a signature"),
                    SentimentLabel.POSITIVE,
                    List.of(
                            "was done within a day, thank you",
                            "was explained kindly and clearly",
                            "worked at once",
                            "is better than before"));
    private static final int WORDS_OF_CASES = 5_000;
    private static final int PEOPLE = 200_000;
    private static final double ABSTAINS = 0.03;

    private final JourneyMap map;
    private final Instant until;
    private final Duration span;
    private final long number;

    /**
     * Feedback of a span.
     *
     * @param number pieces, spread evenly
     */
    MadeFeedback(JourneyMap map, Instant until, Duration span, long number) {
        this.map = map;
        this.until = until;
        this.span = span;
        this.number = number;
    }

    /** The piece of that place, 0 being the oldest. */
    TaggedFeedback at(long place) {
        SplittableRandom random = new SplittableRandom(place * 0x9E3779B97F4A7C15L);
        Instant occurred =
                until.minus(span).plusMillis((long) (span.toMillis() * (double) place / number));
        Stage stage = map.stages().get(random.nextInt(map.stages().size()));
        Channel channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        SentimentLabel label = label(random);
        String text =
                pick(OPENINGS, random)
                        + " "
                        + pick(SUBJECTS, random)
                        + " "
                        + pick(ENDINGS.get(label), random)
                        + ", case "
                        + Integer.toString(random.nextInt(WORDS_OF_CASES), 36)
                        + ".";
        String source = channel.id() + "-made";
        return new TaggedFeedback(
                new FeedbackBuilder(channel, source, Long.toString(place))
                        .revision(1)
                        .touchpoint(source)
                        .occurredAt(occurred)
                        .observedAt(occurred.plusSeconds(random.nextInt(5, 600)))
                        .author(new Author("made:" + random.nextInt(PEOPLE), Role.CUSTOMER))
                        .text(text)
                        .language("en")
                        .rating(new Rating(1 + random.nextInt(5), 1, 5))
                        .build(),
                occurred,
                random.nextDouble() < ABSTAINS ? abstained() : sentiment(label, random),
                new StageTags(
                        List.of(new StageTag(stage.id(), 1, 0.8)),
                        null,
                        "made",
                        map.journey(),
                        map.version()),
                0,
                Map.of());
    }

    private static SentimentLabel label(SplittableRandom random) {
        int one = random.nextInt(10);
        return one < 3
                ? SentimentLabel.NEGATIVE
                : one < 5 ? SentimentLabel.NEUTRAL : SentimentLabel.POSITIVE;
    }

    private static Sentiment sentiment(SentimentLabel label, SplittableRandom random) {
        double strength = 0.4 + random.nextDouble() * 0.6;
        double score =
                switch (label) {
                    case NEGATIVE -> -strength;
                    case NEUTRAL -> 0;
                    case POSITIVE -> strength;
                };
        return new Sentiment(label, score, strength, null, "made", "made-1", Basis.STUDENT);
    }

    private static Sentiment abstained() {
        return Sentiment.abstained(Abstention.UNSURE, "made", "made-1");
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
