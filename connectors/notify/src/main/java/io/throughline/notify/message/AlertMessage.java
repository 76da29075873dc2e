package io.throughline.notify.message;

import io.throughline.alert.Alert;
import io.throughline.alert.Evidence;
import io.throughline.alert.Term;
import java.util.List;

/**
 * All that a person needs to know of an alert, in the order in which it is wanted. Every renderer
 * shows the same of it. Each text is one line without control characters or turned direction; what
 * is markup where it is shown is for the renderer to escape.
 *
 * @param id of the alert
 * @param version of the alert
 * @param stage its id
 * @param headline what happened, in the customer's words for the stage
 * @param status where the alert is in its life
 * @param summary expected against observed
 * @param facts further ones, most wanted first
 * @param carriersTitle says what the carriers add up to
 * @param carriers channels that carry the change, greatest first
 * @param terms words that set the feedback apart, with how often they occur
 * @param quotes up to five redacted ones
 * @param links to where more is to be seen
 */
public record AlertMessage(
        String id,
        long version,
        String stage,
        Tone tone,
        Occasion occasion,
        String headline,
        String status,
        String summary,
        List<Fact> facts,
        String carriersTitle,
        List<Carrier> carriers,
        List<String> terms,
        List<Quote> quotes,
        List<Link> links) {

    private static final int MOST_QUOTES = 5;
    private static final int MOST_TERMS = 10;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_QUOTE = 400;
    private static final int LONGEST_TERM = 60;

    public AlertMessage {
        facts = List.copyOf(facts);
        carriers = List.copyOf(carriers);
        terms = List.copyOf(terms);
        quotes = List.copyOf(quotes);
        links = List.copyOf(links);
    }

    /** What is to be said of an alert. */
    public static AlertMessage of(Alert alert, Occasion occasion, MessageSettings settings) {
        Times times = new Times(settings.zone());
        Amounts amounts = new Amounts(alert.direction());
        StageWords stage = new StageWords(alert, times);
        FactWords facts = new FactWords(alert, times, amounts);
        CarrierWords carriers = new CarrierWords(alert, amounts);
        return new AlertMessage(
                Plain.line(alert.id(), LONGEST_ID),
                alert.version(),
                Plain.line(alert.stage(), LONGEST_ID),
                Tone.of(alert),
                occasion,
                stage.headline(occasion),
                stage.status(),
                facts.summary(),
                facts.all(),
                carriers.title(),
                carriers.all(),
                alert.terms().stream()
                        .limit(MOST_TERMS)
                        .map(term -> term(term, alert.figures().count()))
                        .toList(),
                alert.verbatims().stream()
                        .limit(MOST_QUOTES)
                        .map(verbatim -> quote(verbatim, times))
                        .toList(),
                new AlertLinks(settings).of(alert));
    }

    private static String term(Term term, long of) {
        return "“" + Plain.line(term.term(), LONGEST_TERM) + "” in " + term.count() + " of " + of;
    }

    private static Quote quote(Evidence verbatim, Times times) {
        return new Quote(
                Plain.line(verbatim.text(), LONGEST_QUOTE),
                Plain.line(verbatim.channel(), LONGEST_ID) + ", " + times.at(verbatim.occurredAt()),
                Link.safe(verbatim.url()));
    }
}
