package io.throughline.nlp.classifier;

import edu.stanford.nlp.classify.ColumnDataClassifier;
import edu.stanford.nlp.classify.GeneralDataset;
import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.ling.Datum;
import edu.stanford.nlp.util.ArgumentParser;
import java.util.Properties;

/**
 * CoreNLP's {@link ColumnDataClassifier} as it is set here: one, two and three words in a row, in
 * lower case, as the Penn Treebank tokenizer cuts them, and a constant feature for how common a
 * label is.
 */
public final class ClassifierFeatures {

    /** The constant feature; every model of this kind has it. */
    public static final String CONSTANT = "CLASS";

    private static final String NO_LABEL = "";

    private final ColumnDataClassifier columns;

    /**
     * @param sigma width of the Gaussian prior on weights; plays a part in training only
     * @param tolerance relative improvement at which the optimiser stops
     */
    public ClassifierFeatures(double sigma, double tolerance) {
        Properties properties = new Properties();
        properties.setProperty("goldAnswerColumn", "0");
        properties.setProperty("displayedColumn", "1");
        properties.setProperty("useClassFeature", "true");
        properties.setProperty("1.useSplitWordNGrams", "true");
        properties.setProperty("1.minWordNGramLeng", "1");
        properties.setProperty("1.maxWordNGramLeng", "3");
        properties.setProperty("1.splitWordsWithPTBTokenizer", "true");
        properties.setProperty("1.lowercase", "true");
        properties.setProperty("useQN", "true");
        properties.setProperty("sigma", Double.toString(sigma));
        properties.setProperty("tolerance", Double.toString(tolerance));
        this.columns = new ColumnDataClassifier(properties);
    }

    /** For tagging, where nothing is trained. */
    static ClassifierFeatures forTagging() {
        return new ClassifierFeatures(1, 1e-4);
    }

    /** The features of a cleaned text. */
    public Datum<String, String> of(String text) {
        return columns.makeDatumFromStrings(new String[] {NO_LABEL, text});
    }

    /**
     * Trains CoreNLP's linear classifier.
     *
     * <p>It splits sums over as many threads as the machine has processors, by a setting that is
     * one for the whole JVM, and so its weights would depend on the machine: here there is one
     * thread.
     */
    public LinearClassifier<String, String> train(GeneralDataset<String, String> texts) {
        synchronized (ArgumentParser.class) {
            int before = ArgumentParser.threads;
            ArgumentParser.threads = 1;
            try {
                return (LinearClassifier<String, String>) columns.makeClassifier(texts);
            } finally {
                ArgumentParser.threads = before;
            }
        }
    }
}
