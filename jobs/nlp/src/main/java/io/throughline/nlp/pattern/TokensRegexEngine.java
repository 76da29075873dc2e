package io.throughline.nlp.pattern;

import io.throughline.domain.tagging.TokenPatternEngine;
import io.throughline.domain.tagging.TokenPatternFinder;
import java.util.List;

/**
 * Token patterns in the language of Stanford CoreNLP's TokensRegex. Needs no model: {@code word} is
 * as the Penn Treebank tokenizer cuts it, {@code lemma} what CoreNLP's rules of inflection make of
 * it without knowing its part of speech.
 */
public final class TokensRegexEngine implements TokenPatternEngine {

    static final String ID = "corenlp-tokensregex";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public TokenPatternFinder compile(List<String> patterns) {
        return new TokensRegexFinder(patterns);
    }
}
