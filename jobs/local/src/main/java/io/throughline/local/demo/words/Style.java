package io.throughline.local.demo.words;

import java.util.Locale;

/**
 * How somebody types. It belongs to the person, not to the text: who never uses capitals never
 * does.
 */
public enum Style {
    PLAIN,
    /** Types fast and does not look back. */
    HASTY,
    /** No capitals, and an apostrophe only at times. */
    LOWERCASE,
    /** Shouts some words and ends on more than one exclamation mark. */
    LOUD,
    /** An emoji where others have a full stop. */
    EMOJI;

    private static final int SHORTEST_TYPO = 5;

    /** The text as this kind of person would have typed it. */
    public String type(String text, Feeling feeling, Composer composer, Dice dice) {
        return switch (this) {
            case PLAIN -> text;
            case HASTY -> dice.chance(0.7) ? typo(text, dice) : text;
            case LOWERCASE -> lowercase(text, dice);
            case LOUD -> loud(text, feeling, dice);
            case EMOJI -> text + " " + emoji(feeling, composer, dice);
        };
    }

    private static String emoji(Feeling feeling, Composer composer, Dice dice) {
        String one = composer.line("emoji " + feeling.id(), dice);
        return dice.chance(0.25) ? one + one : one;
    }

    private static String lowercase(String text, Dice dice) {
        String low = text.toLowerCase(Locale.ROOT);
        return dice.chance(0.5) ? low.replace("'", "") : low;
    }

    private static String loud(String text, Feeling feeling, Dice dice) {
        String out = text;
        if (feeling != Feeling.NEUTRAL && out.endsWith(".")) {
            out = out.substring(0, out.length() - 1) + "!".repeat(dice.between(1, 3));
        }
        String[] words = out.split(" ");
        int at = dice.between(0, words.length - 1);
        if (feeling == Feeling.NEGATIVE && words[at].length() > 3) {
            words[at] = words[at].toUpperCase(Locale.ROOT);
        }
        return String.join(" ", words);
    }

    /** Swaps, drops or doubles a letter inside one of the longer words. */
    private static String typo(String text, Dice dice) {
        String[] words = text.split(" ");
        int at = dice.between(0, words.length - 1);
        String word = words[at];
        if (word.length() < SHORTEST_TYPO || !word.chars().allMatch(Character::isLetter)) {
            return text;
        }
        int letter = dice.between(1, word.length() - 3);
        char first = word.charAt(letter);
        char second = word.charAt(letter + 1);
        String middle =
                switch (dice.between(0, 2)) {
                    case 0 -> "" + second + first;
                    case 1 -> "" + second;
                    default -> "" + first + first + second;
                };
        words[at] = word.substring(0, letter) + middle + word.substring(letter + 2);
        return String.join(" ", words);
    }
}
