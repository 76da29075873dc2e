package io.throughline.channels.scaffold;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells a column that says whether the customer or somebody else speaks, as transcripts have it:
 * the words of an agent, a bot or a system must not count as the customer's.
 *
 * @param path where the role is
 * @param others the values that are not the customer
 */
record Speakers(String path, TreeSet<String> others) {

    private static final Pattern CUSTOMER =
            Pattern.compile(
                    "customer|client|user|caller|visitor|external|guest|consumer|contact|end user|end-user|patient|member|inbound");
    private static final Pattern COMPANY =
            Pattern.compile(
                    "agent|system|bot|staff|operator|internal|admin|representative|rep|assistant|support|outbound|ivr|chatbot|employee|advisor|host|company|teammate");

    /** The column that tells, if there is one with both sides in the sample. */
    static Optional<Speakers> of(Proposal proposal) {
        return proposal.columns().stream()
                .filter(facts -> !facts.inList() && !facts.answer() && facts.profile().words() <= 2)
                .flatMap(facts -> of(facts.column()).stream())
                .findFirst();
    }

    private static Optional<Speakers> of(Column column) {
        TreeSet<String> others = new TreeSet<>();
        boolean customer = false;
        for (String text : column.texts()) {
            String word = text.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
            if (CUSTOMER.matcher(word).matches()) {
                customer = true;
            } else if (COMPANY.matcher(word).matches()) {
                others.add(text);
            } else {
                return Optional.empty();
            }
        }
        return customer && !others.isEmpty()
                ? Optional.of(new Speakers(column.path(), others))
                : Optional.empty();
    }
}
