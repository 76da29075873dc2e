package io.throughline.nlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Words and punctuation of a text, as Stanford CoreNLP's Penn Treebank tokenizer cuts them. */
public final class Tokens {

    private static final String OPTIONS =
            "ptb3Escaping=false,untokenizable=noneDelete,splitHyphenated=false,invertible=false";

    private Tokens() {}

    /**
     * The tokens in order; {@code don't} is two, {@code do} and {@code n't}. The tokenizer knows an
     * emoticon only by the space after it, so there is one after the last.
     */
    public static List<String> of(String text) {
        List<String> tokens = new ArrayList<>(32);
        PTBTokenizer<CoreLabel> tokenizer = tokenizer(text, new CoreLabelTokenFactory(false));
        while (tokenizer.hasNext()) {
            tokens.add(tokenizer.next().word());
        }
        return tokens;
    }

    /** The tokens with where they begin and end in the text. */
    public static List<CoreLabel> labels(String text) {
        return tokenizer(text, new CoreLabelTokenFactory(true)).tokenize();
    }

    private static PTBTokenizer<CoreLabel> tokenizer(String text, CoreLabelTokenFactory factory) {
        return new PTBTokenizer<>(new StringReader(text + "\n"), factory, OPTIONS);
    }
}
