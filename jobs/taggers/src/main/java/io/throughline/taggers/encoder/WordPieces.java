package io.throughline.taggers.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.tagging.EngineUnavailableException;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts a text into the word pieces that uncased BERT models were trained on: lower case, accents
 * off, punctuation apart, then the longest known piece from the left, again and again.
 *
 * <p>Source: Devlin et al., BERT, 2019, and Wu et al., Google's Neural Machine Translation System,
 * 2016, for the greedy cut. Reading stops as soon as enough pieces are found, so that a text of a
 * megabyte costs no more than its beginning. Names of special pieces in a customer's text are text.
 */
final class WordPieces {

    private static final String CONTINUED = "##";
    private static final int MAX_WORD = 100;

    private final Map<String, Integer> ids;
    private final int longest;
    private final int unknown;
    private final int begin;
    private final int end;

    WordPieces(Map<String, Integer> ids) {
        this.ids = new HashMap<>(ids);
        this.longest = ids.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.unknown = ids.get("[UNK]");
        this.begin = ids.get("[CLS]");
        this.end = ids.get("[SEP]");
    }

    /** Reads a {@code tokenizer.json}. */
    static WordPieces read(byte[] json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            JsonNode model = root.path("model");
            if (!model.path("type").asText().equals("WordPiece")
                    || !root.path("normalizer").path("lowercase").asBoolean()) {
                throw new EngineUnavailableException(
                        "the encoder's vocabulary is not one of lower-case word pieces");
            }
            Map<String, Integer> ids = new HashMap<>();
            model.path("vocab")
                    .properties()
                    .forEach(entry -> ids.put(entry.getKey(), entry.getValue().asInt()));
            return new WordPieces(ids);
        } catch (IOException e) {
            throw new EngineUnavailableException("the encoder's vocabulary cannot be read", e);
        }
    }

    /** The piece that marks the beginning of a text. */
    int begin() {
        return begin;
    }

    /** The piece that marks its end. */
    int end() {
        return end;
    }

    /** The text's first pieces, without the marks of its ends. */
    int[] of(String text, int maxChars, int maxPieces) {
        Pieces found = new Pieces(maxPieces);
        StringBuilder word = new StringBuilder();
        int stop = Math.min(text.length(), maxChars);
        for (int i = 0; i < stop && !found.isFull(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint < 128) {
                take(codePoint, word, found);
            } else {
                Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                        .codePoints()
                        .forEach(part -> take(part, word, found));
            }
        }
        cut(word, found);
        return found.toArray();
    }

    private void take(int codePoint, StringBuilder word, Pieces found) {
        if (isSpace(codePoint)) {
            cut(word, found);
        } else if (isPunctuation(codePoint) || isIdeograph(codePoint)) {
            cut(word, found);
            word.appendCodePoint(codePoint);
            cut(word, found);
        } else if (!isDropped(codePoint)) {
            word.appendCodePoint(Character.toLowerCase(codePoint));
        }
    }

    private void cut(StringBuilder letters, Pieces found) {
        if (letters.isEmpty()) {
            return;
        }
        String word = letters.toString();
        letters.setLength(0);
        int before = found.size();
        if (word.codePointCount(0, word.length()) > MAX_WORD) {
            found.add(unknown);
            return;
        }
        for (int from = 0; from < word.length(); ) {
            int to = Math.min(word.length(), from + longest);
            Integer id = null;
            while (to > from) {
                String piece = word.substring(from, to);
                id = ids.get(from == 0 ? piece : CONTINUED + piece);
                if (id != null) {
                    break;
                }
                to--;
            }
            if (id == null) {
                found.shrink(before);
                found.add(unknown);
                return;
            }
            found.add(id);
            from = to;
        }
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint == 0x85
                || Character.isSpaceChar(codePoint);
    }

    private static boolean isDropped(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK ->
                    true;
            default -> codePoint == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int codePoint) {
        if (codePoint < 128) {
            return codePoint > ' ' && codePoint < 127 && !Character.isLetterOrDigit(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    /** The blocks that BERT sets apart character by character. */
    private static boolean isIdeograph(int codePoint) {
        return (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
                || (codePoint >= 0x3400 && codePoint <= 0x4DBF)
                || (codePoint >= 0x20000 && codePoint <= 0x2A6DF)
                || (codePoint >= 0x2A700 && codePoint <= 0x2CEAF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
    }

    /** A list that holds so many and no more. */
    private static final class Pieces {

        private final int[] ids;
        private int size;

        Pieces(int most) {
            ids = new int[Math.max(0, most)];
        }

        boolean isFull() {
            return size == ids.length;
        }

        int size() {
            return size;
        }

        void add(int id) {
            if (!isFull()) {
                ids[size++] = id;
            }
        }

        void shrink(int to) {
            size = to;
        }

        int[] toArray() {
            return Arrays.copyOf(ids, size);
        }
    }
}
