package io.throughline.taggers.text;

import io.throughline.model.Rating;

/** Counts over a whole text, in few steps, and the features they make. */
final class Tally {

    private static final long BIAS = Hashing.of("bias");
    private static final long BALANCE = Hashing.of("balance");
    private static final long LENGTH = Hashing.of("length");
    private static final long SHAPE = Hashing.of("shape");
    private static final long RATING = Hashing.of("rating");
    private static final long OPENING = Hashing.of("opening");
    private static final int RATING_STEPS = 5;

    private int good;
    private int bad;
    private int trouble;
    private int smiles;
    private int frowns;
    private int assertedBalance;
    private boolean asserted;
    private int words;
    private int capitals;
    private int stretched;
    private int questions;
    private int calls;
    private int links;
    private int mentions;
    private int hashtags;
    private int numbers;
    private int quoted;

    void count(Tokens tokens, int i) {
        if (tokens.has(i, Mark.QUOTED)) {
            quoted++;
            return;
        }
        switch (tokens.kind(i)) {
            case WORD -> {
                words++;
                capitals += tokens.has(i, Mark.CAPITALS) ? 1 : 0;
                stretched += tokens.has(i, Mark.STRETCHED) ? 1 : 0;
            }
            case PUNCTUATION -> {
                questions += tokens.firstChar(i) == '?' ? 1 : 0;
                calls += tokens.firstChar(i) == '!' ? tokens.length(i) : 0;
            }
            case NUMBER -> numbers++;
            case LINK -> links++;
            case MENTION -> mentions++;
            case HASHTAG -> hashtags++;
            case EMOJI, EMOTICON -> {
                // counted by what they tell
            }
        }
        feeling(tokens, i);
    }

    private void feeling(Tokens tokens, int i) {
        int sign = tokens.has(i, Mark.NEGATED) ? -1 : 1;
        switch (tokens.category(i)) {
            case Lexicon.STRONG_POSITIVE, Lexicon.POSITIVE -> feel(tokens, i, sign);
            case Lexicon.STRONG_NEGATIVE, Lexicon.NEGATIVE -> feel(tokens, i, -sign);
            case Lexicon.SMILE -> {
                smiles++;
                feel(tokens, i, 1);
            }
            case Lexicon.FROWN -> {
                frowns++;
                feel(tokens, i, -1);
            }
            case Lexicon.TROUBLE -> trouble++;
            default -> {
                // tells nothing by itself
            }
        }
        asserted |= tokens.has(i, Mark.ASSERTED);
    }

    private void feel(Tokens tokens, int i, int sign) {
        good += sign > 0 ? 1 : 0;
        bad += sign < 0 ? 1 : 0;
        assertedBalance += tokens.has(i, Mark.ASSERTED) ? sign : 0;
    }

    void add(Tokens tokens, Rating rating, FeatureBuffer buffer) {
        buffer.add(BIAS);
        buffer.add(Hashing.pair(BALANCE, step(good) * 8L + step(bad)));
        buffer.add(Hashing.pair(BALANCE + 1, Integer.signum(good - bad)));
        buffer.add(Hashing.pair(BALANCE + 2, step(trouble)));
        if (good > 0 && trouble > 0) {
            buffer.add(Hashing.pair(BALANCE + 3, bad > 0 ? 1 : 0));
        }
        if (asserted) {
            buffer.add(Hashing.pair(BALANCE + 4, Integer.signum(assertedBalance)));
        }
        if (smiles + frowns > 0) {
            buffer.add(Hashing.pair(BALANCE + 5, Integer.signum(smiles - frowns)));
            if (frowns > 0 && good > smiles) {
                buffer.add(BALANCE + 6);
            }
        }
        if (good + bad + trouble == 0) {
            buffer.add(Hashing.pair(BALANCE + 7, Math.min(1, questions) * 2L + Math.min(1, links)));
        }
        if (questions > 0) {
            buffer.add(Hashing.pair(BALANCE + 8, Integer.signum(good - bad) * 8L + step(trouble)));
        }
        buffer.add(Hashing.pair(LENGTH, lengthStep(words)));
        shape(buffer);
        if (tokens.size() > 0) {
            opening(tokens, buffer);
        }
        if (rating != null) {
            double share = (rating.normalized() + 1) / 2;
            buffer.add(
                    Hashing.pair(RATING, (long) Math.min(RATING_STEPS - 1, share * RATING_STEPS)));
        }
    }

    private void shape(FeatureBuffer buffer) {
        shape(buffer, 1, questions);
        shape(buffer, 2, calls);
        shape(buffer, 3, capitals);
        shape(buffer, 4, stretched);
        shape(buffer, 5, links);
        shape(buffer, 6, mentions);
        shape(buffer, 7, hashtags);
        shape(buffer, 8, numbers);
        shape(buffer, 9, quoted);
        if (words > 3 && capitals * 2 > words) {
            buffer.add(SHAPE);
        }
    }

    private static void shape(FeatureBuffer buffer, int kind, int count) {
        if (count > 0) {
            buffer.add(Hashing.pair(SHAPE + kind, step(count)));
        }
    }

    /** The first word with whether the text asks: "can you …?" is not "can not believe …". */
    private void opening(Tokens tokens, FeatureBuffer buffer) {
        buffer.add(Hashing.pair(OPENING + Math.min(1, questions), tokens.hash(0)));
    }

    private static int step(int count) {
        return count < 3 ? count : count < 6 ? 3 : 4;
    }

    private static int lengthStep(int words) {
        return 32 - Integer.numberOfLeadingZeros(words);
    }
}
