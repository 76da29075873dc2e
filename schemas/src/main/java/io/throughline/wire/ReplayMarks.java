package io.throughline.wire;

import io.throughline.model.DeadLetter;
import io.throughline.model.RawEnvelope;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an envelope in {@code feedback.raw} says that it is a replay, and of which of its records. A
 * mark is the dead letter without its bytes, so that whoever knows the end can tell the whole
 * letter with it. The names of the headers have a colon in them, which no header of a request can
 * have: nobody outside can pass for a replay.
 */
public final class ReplayMarks {

    private static final String HEADER = "replay:";

    private ReplayMarks() {}

    /** The mark of a letter. */
    public static String of(DeadLetter letter) {
        return Base64.getEncoder().encodeToString(Codecs.DEAD_LETTER.encode(letter.bare()));
    }

    /**
     * The letter of a mark, without its bytes.
     *
     * @throws WireFormatException when it is no mark
     */
    public static DeadLetter letter(String mark) {
        try {
            return Codecs.DEAD_LETTER.decode(Base64.getDecoder().decode(mark));
        } catch (IllegalArgumentException e) {
            throw new WireFormatException("no mark of a replay", e);
        }
    }

    /** The envelope with marks of letters that all came of it. */
    public static RawEnvelope mark(RawEnvelope envelope, Collection<DeadLetter> letters) {
        Map<String, String> headers = new HashMap<>(envelope.headers());
        letters.forEach(letter -> headers.put(HEADER + letter.record(), of(letter)));
        return envelope.with(headers);
    }

    /**
     * The letters that an envelope is a replay of, by the index of their record; empty when it is
     * no replay. What is no mark is passed over.
     */
    public static Map<Integer, DeadLetter> letters(RawEnvelope envelope) {
        Map<Integer, DeadLetter> letters = new TreeMap<>();
        envelope.headers()
                .forEach(
                        (name, mark) -> {
                            if (name.startsWith(HEADER)) {
                                add(mark, letters);
                            }
                        });
        return letters;
    }

    private static void add(String mark, Map<Integer, DeadLetter> letters) {
        try {
            DeadLetter letter = letter(mark);
            if (letter.replay() != null) {
                letters.put(letter.record(), letter);
            }
        } catch (WireFormatException e) {
            // Then it is no replay, and the envelope is taken as one that came as it is.
        }
    }

    /** The envelope as it came first. */
    public static RawEnvelope unmarked(RawEnvelope envelope) {
        Map<String, String> headers = new HashMap<>(envelope.headers());
        headers.keySet().removeIf(name -> name.startsWith(HEADER));
        return headers.size() == envelope.headers().size() ? envelope : envelope.with(headers);
    }
}
