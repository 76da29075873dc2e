package io.throughline.domain.redact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One text being searched: what was found so far and where links lie. A finder that comes earlier
 * has the first claim; what overlaps a claimed range is not found again.
 */
final class Scan {

    private final Folded folded;
    private final String lead;
    private final BitSet claimed = new BitSet();
    private final BitSet links = new BitSet();
    private final List<Found> found = new ArrayList<>();
    private DigitGroups groups;

    /**
     * @param lead words that come before the text, such as the key of a value; empty for prose
     */
    Scan(String original, String lead) {
        this.folded = Folded.of(original);
        this.lead = lead;
    }

    /** The text to search in, see {@link Folded}. */
    String text() {
        return folded.text();
    }

    /** Whether the text is somebody's sentences and not a value with a key. */
    boolean isProse() {
        return lead.isEmpty();
    }

    String lead() {
        return lead;
    }

    DigitGroups groups() {
        if (groups == null) {
            groups = DigitGroups.of(text());
        }
        return groups;
    }

    /** The character at that index, or 0 outside the text. */
    char at(int index) {
        return index >= 0 && index < text().length() ? text().charAt(index) : 0;
    }

    boolean isFree(int start, int end) {
        int next = claimed.nextSetBit(start);
        return next < 0 || next >= end;
    }

    boolean isInLink(int index) {
        return links.get(index);
    }

    void link(int start, int end) {
        links.set(start, end);
    }

    /** Claims the range if it is free. */
    void claim(int start, int end, Entity entity) {
        if (isFree(start, end)) {
            claimed.set(start, end);
            found.add(new Found(start, end, entity));
        }
    }

    /** The original with what was claimed replaced; counts it. */
    String masked(Map<String, Integer> entities) {
        if (found.isEmpty()) {
            return folded.original();
        }
        found.sort(Comparator.comparingInt(Found::start));
        StringBuilder masked = new StringBuilder(folded.original().length());
        int copied = 0;
        for (Found one : found) {
            masked.append(folded.original(), copied, folded.originalStart(one.start));
            masked.append(one.entity.placeholder());
            copied = folded.originalEnd(one.end);
            entities.merge(one.entity.name(), 1, Integer::sum);
        }
        return masked.append(folded.original(), copied, folded.original().length()).toString();
    }

    private record Found(int start, int end, Entity entity) {}
}
