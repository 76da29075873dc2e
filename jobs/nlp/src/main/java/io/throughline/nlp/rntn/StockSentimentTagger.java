package io.throughline.nlp.rntn;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TextAnnotation;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.Feeling;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The annotators {@code tokenize,pos,parse,sentiment} over the text as it is, every setting but the
 * models' paths CoreNLP's own.
 *
 * <p>CoreNLP gives a class to each sentence and none to a text. As its best known examples do, the
 * longest sentence speaks for the text, and the two classes on a side are one label. There is one
 * guard: {@link #MAX_CHARS} characters are read, and {@link #MAX_WORDS} words of a sentence parsed,
 * for this parser's time grows with the cube of them.
 */
final class StockSentimentTagger implements SentimentTagger, TrainedModel {

    /** Characters (UTF-16 units) of a verbatim that are read. */
    static final int MAX_CHARS = 4_000;

    /** Longest sentence that is parsed. */
    static final int MAX_WORDS = 100;

    private final String model = "stanford-rntn-" + RntnModels.version();
    private final StanfordCoreNLP pipeline;

    StockSentimentTagger(Path models) {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,parse,sentiment");
        properties.setProperty("pos.model", models.resolve(RntnModels.TAGGER).toString());
        properties.setProperty("parse.model", models.resolve(RntnModels.PCFG).toString());
        properties.setProperty("parse.maxlen", Integer.toString(MAX_WORDS));
        properties.setProperty("sentiment.model", models.resolve(RntnModels.SENTIMENT).toString());
        this.pipeline = new StanfordCoreNLP(properties);
    }

    @Override
    public Sentiment tag(Verbatim verbatim) {
        String text = verbatim.text();
        if (text.isBlank()) {
            return abstained(Abstention.NO_TEXT);
        }
        Annotation annotation =
                new Annotation(text.substring(0, Math.min(MAX_CHARS, text.length())));
        pipeline.annotate(annotation);
        String longest = "";
        Tree speaks = null;
        for (CoreMap sentence : annotation.get(SentencesAnnotation.class)) {
            Tree tree = sentence.get(SentimentAnnotatedTree.class);
            String words = sentence.get(TextAnnotation.class);
            if (tree != null && words.length() > longest.length()) {
                longest = words;
                speaks = tree;
            }
        }
        return speaks == null ? abstained(Abstention.UNSURE) : answer(speaks);
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public List<TrainingSource> trainedOn() {
        return RntnSentimentTagger.TRAINED_ON;
    }

    private Sentiment answer(Tree sentence) {
        int side = RNNCoreAnnotations.getPredictedClass(sentence) - FiveClasses.NEUTRAL;
        Feeling feeling = FiveClasses.feeling(sentence);
        SentimentLabel label =
                side == 0
                        ? SentimentLabel.NEUTRAL
                        : side < 0 ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
        double confidence =
                switch (label) {
                    case NEGATIVE -> feeling.negative();
                    case NEUTRAL -> feeling.neutral();
                    case POSITIVE -> feeling.positive();
                };
        return new Sentiment(
                label,
                (double) side / FiveClasses.NEUTRAL,
                Math.min(1, confidence),
                null,
                StockSentimentEngine.ID,
                model);
    }

    private Sentiment abstained(Abstention why) {
        return Sentiment.abstained(why, StockSentimentEngine.ID, model);
    }
}
