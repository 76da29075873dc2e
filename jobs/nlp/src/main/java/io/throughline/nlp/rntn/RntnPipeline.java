package io.throughline.nlp.rntn;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.trees.TreeCoreAnnotations.TreeAnnotation;
import edu.stanford.nlp.util.CoreMap;
import io.throughline.nlp.SentencePieces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * CoreNLP's splitter, shift-reduce parser and network, one behind the other.
 *
 * <p>Between the splitter and the parser, sentences of more than {@link #MAX_WORDS} words are cut
 * by {@link SentencePieces}: speech-to-text has no full stops, the parser's memory grows with
 * length, and beyond its limit it answers with a flat tree that means nothing.
 */
final class RntnPipeline {

    private static final String NOT_PARSED = "X";

    private final StanfordCoreNLP splitter;
    private final StanfordCoreNLP reader;

    RntnPipeline(Path models) {
        this.splitter = new StanfordCoreNLP(splitting());
        this.reader = new StanfordCoreNLP(reading(models), false);
    }

    /** A sentence with what the network says of each of its phrases. */
    record ReadSentence(List<CoreLabel> words, Tree tree) {}

    /** The sentences that could be parsed. */
    List<ReadSentence> read(String text) {
        Annotation annotation = new Annotation(text);
        splitter.annotate(annotation);
        annotation.set(
                SentencesAnnotation.class,
                PieceAnnotation.of(annotation.get(SentencesAnnotation.class)));
        reader.annotate(annotation);
        List<ReadSentence> sentences = new ArrayList<>();
        for (CoreMap sentence : annotation.get(SentencesAnnotation.class)) {
            Tree tree = sentence.get(SentimentAnnotatedTree.class);
            if (tree != null && isParsed(sentence.get(TreeAnnotation.class))) {
                sentences.add(new ReadSentence(sentence.get(TokensAnnotation.class), tree));
            }
        }
        return sentences;
    }

    private static boolean isParsed(Tree tree) {
        return tree != null && !tree.label().value().equals(NOT_PARSED);
    }

    private static Properties splitting() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize");
        properties.setProperty("tokenize.options", "untokenizable=noneDelete");
        properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
        properties.setProperty("threads", "1");
        return properties;
    }

    private static Properties reading(Path models) {
        Properties properties = new Properties();
        properties.setProperty("annotators", "pos,parse,sentiment");
        properties.setProperty("pos.model", models.resolve(RntnModels.TAGGER).toString());
        properties.setProperty("parse.model", models.resolve(RntnModels.SHIFT_REDUCE).toString());
        properties.setProperty("parse.maxlen", Integer.toString(SentencePieces.MAX_WORDS));
        properties.setProperty("parse.buildgraphs", "false");
        properties.setProperty("parse.binaryTrees", "true");
        properties.setProperty("sentiment.model", models.resolve(RntnModels.SENTIMENT).toString());
        properties.setProperty("threads", "1");
        return properties;
    }
}
