package io.throughline.nlp.rntn;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import io.throughline.nlp.EnglishTagger;
import io.throughline.nlp.Feeling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.ejml.simple.SimpleMatrix;

/**
 * Judges a turn sentence by sentence and rolls the sentences up.
 *
 * <p>The network answers in five classes; their probabilities are added up to three. A sentence of
 * more than {@link #MAX_WORDS} words is not parsed: its tree is flat under the root X, and what the
 * network says of it means nothing, so it is left out. When no sentence could be parsed there is no
 * answer.
 */
final class RntnSentimentTagger extends EnglishTagger {

    /** Longest sentence that is parsed; the parser's memory grows with it. */
    static final int MAX_WORDS = 80;

    private static final String NOT_PARSED = "X";

    private final StanfordCoreNLP pipeline;

    RntnSentimentTagger(Path models) {
        super(RntnSentimentEngine.ID, "stanford-rntn-" + RntnModels.version());
        this.pipeline = new StanfordCoreNLP(properties(models));
    }

    @Override
    protected Optional<Feeling> judge(String text) {
        Annotation annotation = new Annotation(text);
        pipeline.annotate(annotation);
        List<Feeling> feelings = new ArrayList<>();
        for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
            Tree tree = sentence.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class);
            if (tree != null && isParsed(sentence)) {
                feelings.add(feeling(RNNCoreAnnotations.getPredictions(tree)));
            }
        }
        return feelings.isEmpty() ? Optional.empty() : Optional.of(Feeling.rollUp(feelings));
    }

    /** Very negative, negative, neutral, positive, very positive. */
    private static Feeling feeling(SimpleMatrix five) {
        return new Feeling(five.get(0) + five.get(1), five.get(2), five.get(3) + five.get(4));
    }

    private static boolean isParsed(CoreMap sentence) {
        Tree tree = sentence.get(edu.stanford.nlp.trees.TreeCoreAnnotations.TreeAnnotation.class);
        return tree != null && !tree.label().value().equals(NOT_PARSED);
    }

    private static Properties properties(Path models) {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,parse,sentiment");
        properties.setProperty("tokenize.options", "untokenizable=noneDelete");
        properties.setProperty("pos.model", models.resolve(RntnModels.TAGGER).toString());
        properties.setProperty("parse.model", models.resolve(RntnModels.PARSER).toString());
        properties.setProperty("parse.maxlen", Integer.toString(MAX_WORDS));
        properties.setProperty("parse.buildgraphs", "false");
        properties.setProperty("parse.binaryTrees", "true");
        properties.setProperty("sentiment.model", models.resolve(RntnModels.SENTIMENT).toString());
        properties.setProperty("threads", "1");
        return properties;
    }
}
