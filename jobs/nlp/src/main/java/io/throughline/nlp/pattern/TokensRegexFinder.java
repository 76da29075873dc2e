package io.throughline.nlp.pattern;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.Env;
import edu.stanford.nlp.ling.tokensregex.NodePattern;
import edu.stanford.nlp.ling.tokensregex.TokenSequenceMatcher;
import edu.stanford.nlp.ling.tokensregex.TokenSequencePattern;
import edu.stanford.nlp.process.Morphology;
import io.throughline.domain.tagging.TokenMatch;
import io.throughline.domain.tagging.TokenPatternFinder;
import io.throughline.nlp.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds patterns in one pass of the tokenizer, whatever their number.
 *
 * <p>Expressions see one word at a time, and words are cut at {@link #MAX_WORD_CHARS}: a text
 * cannot make an expression try more ways than that allows. TokensRegex itself follows all branches
 * at once, so its time grows with words times states.
 */
final class TokensRegexFinder implements TokenPatternFinder {

    /** Characters (UTF-16 units) of a text that are looked at. */
    static final int MAX_CHARS = 10_000;

    /** Characters of a word that are compared. */
    static final int MAX_WORD_CHARS = 40;

    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern ATTRIBUTE = Pattern.compile("[{;]\\s*+([A-Za-z]\\w*+)\\s*+:");
    private static final Set<String> KNOWN = Set.of("word", "lemma");

    private final List<TokenSequencePattern> patterns;
    private final boolean lemmas;

    /**
     * @throws IllegalArgumentException when a pattern is not valid
     */
    TokensRegexFinder(List<String> sources) {
        this.patterns = sources.stream().map(TokensRegexFinder::compiled).toList();
        this.lemmas = sources.stream().anyMatch(source -> source.contains("lemma"));
    }

    @Override
    public List<TokenMatch> find(String text) {
        List<CoreLabel> words =
                Tokens.labels(text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text);
        prepare(words);
        List<TokenMatch> matches = new ArrayList<>();
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            TokenSequenceMatcher matcher = patterns.get(pattern).getMatcher(words);
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    matches.add(
                            new TokenMatch(
                                    pattern,
                                    words.get(matcher.start()).beginPosition(),
                                    words.get(matcher.end() - 1).endPosition()));
                }
            }
        }
        return matches;
    }

    private void prepare(List<CoreLabel> words) {
        Morphology morphology = lemmas ? new Morphology() : null;
        for (CoreLabel word : words) {
            String form = word.word();
            if (form.length() > MAX_WORD_CHARS) {
                form = form.substring(0, MAX_WORD_CHARS);
                word.setWord(form);
                word.setValue(form);
            }
            if (morphology != null) {
                word.setLemma(morphology.stem(form.toLowerCase(Locale.ROOT)));
            }
        }
    }

    /** An unknown variable is a {@link Error} there, not an exception. */
    @SuppressWarnings("ThrowSpecificity")
    private static TokenSequencePattern compiled(String source) {
        requireKnownAttributes(source);
        Env environment = TokenSequencePattern.getNewEnv();
        environment.setDefaultStringMatchFlags(
                NodePattern.CASE_INSENSITIVE | NodePattern.UNICODE_CASE);
        environment.setDefaultStringPatternFlags(IGNORE_CASE);
        try {
            return TokenSequencePattern.compile(environment, source);
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError machine) {
                throw machine;
            }
            throw invalid(source, reason(e), e);
        }
    }

    /** Of the attributes that need a model, none would ever match. */
    private static void requireKnownAttributes(String source) {
        Matcher attribute = ATTRIBUTE.matcher(source);
        while (attribute.find()) {
            if (!KNOWN.contains(attribute.group(1))) {
                throw invalid(
                        source,
                        "'" + attribute.group(1) + "' is not known of a word, only word and lemma",
                        null);
            }
        }
    }

    private static IllegalArgumentException invalid(String source, String reason, Throwable cause) {
        return new IllegalArgumentException(
                "'"
                        + source
                        + "' is no valid token pattern: "
                        + reason
                        + ". An example of one: [{lemma:cancel}] []{0,3} [{word:/bookings?/}]",
                cause);
    }

    /** The innermost message, up to its first line. */
    private static String reason(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String message = inner.getMessage();
        return message == null
                ? inner.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
