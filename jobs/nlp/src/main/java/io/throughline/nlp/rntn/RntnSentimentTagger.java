package io.throughline.nlp.rntn;

import edu.stanford.nlp.ling.CoreLabel;
import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.SentimentExplainer;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.nlp.Alignment;
import io.throughline.nlp.CleanTurn;
import io.throughline.nlp.EnglishTagger;
import io.throughline.nlp.Feeling;
import io.throughline.nlp.rntn.Phrases.Phrase;
import io.throughline.nlp.rntn.RntnPipeline.ReadSentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges a turn sentence by sentence and rolls the sentences up; explains itself by the phrases
 * that the network felt most about. When no sentence could be parsed there is no answer.
 */
final class RntnSentimentTagger extends EnglishTagger implements SentimentExplainer {

    /** Phrases that are named at most. */
    static final int MAX_PHRASES = 8;

    /** Of the network; the parsers read no sentiment. */
    static final List<TrainingSource> TRAINED_ON =
            List.of(new TrainingSource("stanford-sentiment-treebank", null, null, 0));

    private final RntnPipeline pipeline;

    RntnSentimentTagger(Path models) {
        super(RntnSentimentEngine.ID, "stanford-rntn-" + RntnModels.version());
        this.pipeline = new RntnPipeline(models);
    }

    @Override
    protected Optional<Feeling> judge(String text) {
        List<Feeling> feelings = new ArrayList<>();
        for (ReadSentence sentence : pipeline.read(text)) {
            feelings.add(FiveClasses.feeling(sentence.tree()));
        }
        return feelings.isEmpty() ? Optional.empty() : Optional.of(Feeling.rollUp(feelings));
    }

    @Override
    public List<Evidence> explain(Verbatim verbatim) {
        if (!isEnglish(verbatim)) {
            return List.of();
        }
        List<Evidence> evidence = new ArrayList<>();
        for (CleanTurn turn : turns(verbatim)) {
            List<CoreLabel> words = new ArrayList<>();
            List<Phrase> phrases = new ArrayList<>();
            for (ReadSentence sentence : pipeline.read(turn.text())) {
                int before = words.size();
                for (Phrase phrase : Phrases.of(sentence.tree())) {
                    phrases.add(
                            new Phrase(
                                    before + phrase.from(),
                                    before + phrase.to(),
                                    phrase.strength()));
                }
                words.addAll(sentence.words());
            }
            evidence.addAll(located(turn, words, phrases));
        }
        evidence.sort(
                Comparator.comparingDouble((Evidence found) -> -Math.abs(found.contribution()))
                        .thenComparingInt(Evidence::start));
        return List.copyOf(evidence.subList(0, Math.min(MAX_PHRASES, evidence.size())));
    }

    @Override
    public List<TrainingSource> trainedOn() {
        return TRAINED_ON;
    }

    /** Phrases as spans of the verbatim; those of which no word is found are left out. */
    private static List<Evidence> located(
            CleanTurn turn, List<CoreLabel> words, List<Phrase> phrases) {
        int[][] spans =
                Alignment.of(turn.raw(), words.stream().map(CoreLabel::originalText).toList());
        List<Evidence> located = new ArrayList<>();
        for (Phrase phrase : phrases) {
            int start = -1;
            int end = -1;
            for (int i = phrase.from(); i < phrase.to(); i++) {
                if (spans[i] != null) {
                    start = start < 0 ? spans[i][0] : start;
                    end = spans[i][1];
                }
            }
            if (start >= 0) {
                located.add(
                        new Evidence(
                                turn.start() + start,
                                turn.start() + end,
                                turn.raw().substring(start, end),
                                phrase.strength()));
            }
        }
        return located;
    }
}
