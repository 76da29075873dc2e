package io.throughline.taggers.evaluate.cases;

import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.redact.Redactor;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.StageTags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine made of the language cases.
 *
 * @param engine id
 * @param categories passed and all, by category in the order of the file
 * @param failures cases that it got wrong, in the order of the file
 */
public record LanguageCaseResult(
        String engine, Map<String, Passed> categories, List<Failure> failures) {

    /** How many of how many cases were right. */
    public record Passed(int passed, int all) {

        Passed plus(Passed other) {
            return new Passed(passed + other.passed, all + other.all);
        }
    }

    /** A case that was wrong, and what the engine said instead. */
    public record Failure(String category, String name, String expected, String given) {}

    /**
     * Tags every case through the chain of the pipeline: redacted, with its language detected, and
     * agent turns left out.
     */
    public static LanguageCaseResult of(String engine, SentimentTagger tagger) {
        StageTagger noStages =
                verbatim -> new StageTags(List.of(), Abstention.UNSURE, "none", "none", 1);
        TaggingChain chain =
                new TaggingChain(new Redactor(), new LanguageDetector(), tagger, noStages);
        Map<String, Passed> categories = new LinkedHashMap<>();
        List<Failure> failures = new ArrayList<>();
        for (LanguageCase one : LanguageCaseFile.read()) {
            Sentiment sentiment = chain.tag(one.feedback(), Instant.EPOCH, 0).sentiment();
            String given =
                    sentiment.label() == null ? LanguageCase.ABSTAINED : sentiment.label().id();
            boolean right = one.expected().contains(given);
            categories.merge(one.category(), new Passed(right ? 1 : 0, 1), Passed::plus);
            if (!right) {
                failures.add(
                        new Failure(
                                one.category(),
                                one.name(),
                                String.join(" or ", one.expected().stream().sorted().toList()),
                                given));
            }
        }
        return new LanguageCaseResult(engine, categories, List.copyOf(failures));
    }

    /** All categories together. */
    public Passed total() {
        return categories.values().stream().reduce(new Passed(0, 0), Passed::plus);
    }

    /** Share of the cases that are right, 0 to 1. */
    public double rate() {
        return (double) total().passed() / total().all();
    }
}
