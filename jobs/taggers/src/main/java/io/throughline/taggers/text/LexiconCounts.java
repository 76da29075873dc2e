package io.throughline.taggers.text;

/**
 * What the {@link Lexicon} knows of a text's words, and how the text is written, as a few counts.
 *
 * <p>A sentence encoder is deaf to much of this: it puts "good" and "not good", a smile and a frown
 * nearer to each other than the one who wrote them would.
 */
public final class LexiconCounts {

    private static final int CATEGORIES = Lexicon.FROWN;
    private static final int MOST = 3;

    private static final int NEGATED = CATEGORIES;
    private static final int ASSERTED = 2 * CATEGORIES;
    private static final int CONCEDED = ASSERTED + 2;
    private static final int IN_DOUBT = CONCEDED + 2;
    private static final int STYLE = IN_DOUBT + 2;

    /** Numbers there are. */
    public static final int SIZE = STYLE + 7;

    private final float[] counts = new float[SIZE];
    private int words;
    private int capitals;

    private LexiconCounts() {}

    /**
     * The counts of a text, each at most {@value #MOST}: words by category, plain and negated; good
     * and bad ones after a "but", before one, and in a wish or question; then marks of style.
     */
    public static float[] of(String text) {
        LexiconCounts counted = new LexiconCounts();
        Tokens tokens = Tokens.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.has(i, Mark.QUOTED)) {
                counted.feeling(tokens, i);
                counted.style(tokens, i);
            }
        }
        return counted.finished();
    }

    private void feeling(Tokens tokens, int i) {
        int category = tokens.category(i);
        boolean negated = tokens.has(i, Mark.NEGATED);
        if ((tokens.entry(i) & Lexicon.NEGATION) != 0) {
            counts[STYLE]++;
        }
        if (category == 0) {
            return;
        }
        counts[(negated ? NEGATED : 0) + category - 1]++;
        int side = side(category, negated);
        if (side >= 0) {
            scope(tokens, i, Mark.ASSERTED, ASSERTED + side);
            scope(tokens, i, Mark.CONCEDED, CONCEDED + side);
            scope(tokens, i, Mark.UNREAL, IN_DOUBT + side);
            scope(tokens, i, Mark.ASKED, IN_DOUBT + side);
        }
    }

    private void scope(Tokens tokens, int i, Mark mark, int index) {
        counts[index] += tokens.has(i, mark) ? 1 : 0;
    }

    /** 0 for good, 1 for bad, -1 for neither. */
    private static int side(int category, boolean negated) {
        return switch (category) {
            case Lexicon.STRONG_POSITIVE, Lexicon.POSITIVE -> negated ? 1 : 0;
            case Lexicon.STRONG_NEGATIVE, Lexicon.NEGATIVE -> negated ? 0 : 1;
            case Lexicon.SMILE -> 0;
            case Lexicon.FROWN -> 1;
            default -> -1;
        };
    }

    private void style(Tokens tokens, int i) {
        switch (tokens.kind(i)) {
            case WORD -> {
                words++;
                capitals += tokens.has(i, Mark.CAPITALS) ? 1 : 0;
                counts[STYLE + 1] += tokens.has(i, Mark.STRETCHED) ? 1 : 0;
            }
            case PUNCTUATION -> {
                counts[STYLE + 2] += tokens.firstChar(i) == '!' ? tokens.length(i) : 0;
                counts[STYLE + 3] += tokens.firstChar(i) == '?' ? 1 : 0;
            }
            case HASHTAG -> counts[STYLE + 4]++;
            case EMOJI, EMOTICON -> {
                // counted by what they tell
            }
            case MENTION, LINK, NUMBER -> {
                // tell which feed it is rather than how it went
            }
        }
    }

    private float[] finished() {
        for (int i = 0; i < STYLE + 5; i++) {
            counts[i] = Math.min(MOST, counts[i]);
        }
        counts[STYLE + 5] = (float) StrictMath.log(1.0 + words);
        counts[STYLE + 6] = words == 0 ? 0 : (float) capitals / words;
        return counts;
    }
}
