package io.throughline.taggers.text;

/**
 * Marks the tokens that something before or after them changes the meaning of: a negation, a "but",
 * an "although", a wish, a question mark.
 *
 * <p>A negation reaches {@link #REACH} words, to the next punctuation or conjunction. It turns
 * nothing round where it praises ("never been this good", "could not be happier", "cannot thank
 * them enough", "not only"), and a second one within its reach takes it back ("not without").
 */
final class Scopes {

    private static final int REACH = 4;
    private static final int AHEAD = 5;
    private static final int SHORT_WORD = 2;

    private static final long ONLY = Hashing.of("only");
    private static final long JUST = Hashing.of("just");
    private static final long NOT = Hashing.of("not");
    private static final long NOTHING = Hashing.of("nothing");
    private static final long BUT = Hashing.of("but");
    private static final long ENOUGH = Hashing.of("enough");
    private static final long WAIT = Hashing.of("wait");
    private static final long CANNOT = Hashing.of("cannot");
    private static final long CANT = Hashing.of("cant");
    private static final long COULDNT = Hashing.of("couldnt");

    private final Tokens tokens;
    private int sentence;
    private int reach;
    private boolean notOnly;
    private boolean unreal;
    private Mark clause;

    private Scopes(Tokens tokens) {
        this.tokens = tokens;
    }

    static void mark(Tokens tokens) {
        Scopes scopes = new Scopes(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, TokenKind.PUNCTUATION)) {
                scopes.punctuation(i);
            } else if (tokens.is(i, TokenKind.WORD)) {
                scopes.word(i);
            } else {
                scopes.clause(i);
            }
        }
    }

    private void punctuation(int i) {
        reach = 0;
        switch (tokens.firstChar(i)) {
            case '.', '!', '?', '…', '\n' -> sentence(i);
            case ',', ';', ':', '-', '(', ')' -> {
                unreal = false;
                clause = clause == Mark.CONCEDED ? Mark.ASSERTED : clause;
            }
            default -> {
                // quotes and the like end nothing
            }
        }
    }

    private void sentence(int end) {
        if (tokens.firstChar(end) == '?') {
            for (int i = sentence; i <= end; i++) {
                tokens.mark(i, Mark.ASKED);
            }
        }
        sentence = end + 1;
        notOnly = false;
        unreal = false;
        clause = null;
    }

    private void word(int i) {
        int entry = tokens.entry(i);
        if ((entry & Lexicon.SCOPE_END) != 0) {
            reach = 0;
        }
        if ((entry & Lexicon.CONTRAST) != 0) {
            contrast(i);
        } else if ((entry & Lexicon.CONCESSION) != 0) {
            clause = Mark.CONCEDED;
        }
        if ((entry & Lexicon.NEGATION) != 0) {
            negation(i);
        } else if (reach > 0) {
            tokens.mark(i, Mark.NEGATED);
            reach -= tokens.length(i) > SHORT_WORD ? 1 : 0;
        }
        clause(i);
        unreal |= (entry & Lexicon.UNREAL) != 0;
    }

    private void clause(int i) {
        if (clause != null) {
            tokens.mark(i, clause);
        }
        if (unreal) {
            tokens.mark(i, Mark.UNREAL);
        }
    }

    private void contrast(int i) {
        boolean nothingBut = i > 0 && tokens.hash(i) == BUT && tokens.hash(i - 1) == NOTHING;
        if (notOnly || nothingBut) {
            return;
        }
        for (int before = sentence; before < i; before++) {
            tokens.mark(before, Mark.CONCEDED);
        }
        clause = Mark.ASSERTED;
        unreal = false;
    }

    private void negation(int i) {
        boolean turnsRound = reach == 0 && !praises(i);
        reach = turnsRound ? REACH : 0;
    }

    private boolean praises(int i) {
        long hash = tokens.hash(i);
        long next = i + 1 < tokens.size() ? tokens.hash(i + 1) : 0;
        if (hash == NOT && (next == ONLY || next == JUST)) {
            notOnly = true;
            return true;
        }
        if (hash == NOTHING && next == BUT) {
            return true;
        }
        boolean cannot = hash == CANNOT || hash == CANT || hash == COULDNT;
        if (cannot && next == WAIT) {
            return true;
        }
        boolean comparable = false;
        int end = Math.min(tokens.size(), i + 1 + AHEAD);
        for (int ahead = i + 1; ahead < end; ahead++) {
            if (tokens.is(ahead, TokenKind.PUNCTUATION)) {
                return false;
            }
            if (cannot && tokens.hash(ahead) == ENOUGH) {
                return true;
            }
            comparable |= (tokens.entry(ahead) & Lexicon.COMPARABLE) != 0;
            if (comparable && (tokens.entry(ahead) & Lexicon.COMPARISON) != 0) {
                return true;
            }
        }
        return false;
    }
}
