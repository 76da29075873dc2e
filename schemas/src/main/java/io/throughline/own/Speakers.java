package io.throughline.own;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who speaks in a text that is a conversation: lines that begin with "Agent:" or "Customer:", and
 * the lines below each up to the next. Where not both sides speak, it is no conversation.
 */
final class Speakers {

    private static final Pattern TURN =
            Pattern.compile(
                    "(?i)\\s{0,4}(?:[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]?\\s{1,4})?"
                            + "(?:(?<agent>agent|advisor|adviser|rep|representative|operator|support)"
                            + "|customer|client|caller|me)(?: \\d{1,3})?\\s?:");
    private static final int LONGEST_LABEL = 40;

    private final BitSet agents = new BitSet();
    private final int[] labels;
    private boolean customerSpeaks;

    private Speakers(Lines lines) {
        this.labels = new int[lines.size()];
        boolean agentSpeaks = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.at(i);
            Matcher turn = TURN.matcher(line).region(0, Math.min(line.length(), LONGEST_LABEL));
            if (turn.lookingAt()) {
                agentSpeaks = turn.group("agent") != null;
                customerSpeaks |= !agentSpeaks;
                labels[i] = turn.end();
            }
            agents.set(i, agentSpeaks);
        }
    }

    static Speakers in(Lines lines) {
        return new Speakers(lines);
    }

    boolean areTwo() {
        return customerSpeaks && !agents.isEmpty();
    }

    /** The numbers of the lines that an agent says. */
    BitSet agents() {
        return agents;
    }

    /** Characters that a line says of who speaks. */
    int label(int line) {
        return labels[line];
    }
}
