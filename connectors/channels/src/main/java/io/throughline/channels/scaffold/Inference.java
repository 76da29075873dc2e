package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proposes what is what in a sample.
 *
 * <p>Where the records are and what is in them hang together: a list of answers looks like records
 * until one asks it for a time. So every place is tried as if it were the right one, and the one in
 * which most of a feedback is found wins.
 */
public final class Inference {

    /** What the document itself is given ahead of a list in it. */
    private static final double DOCUMENT_AHEAD = 4;

    private static final int MOST_OTHERS = 5;

    private Inference() {}

    /**
     * The proposal for a sample.
     *
     * @throws SampleException when there is no record in it
     */
    public static Proposal of(Sample sample) {
        return Records.of(sample).stream()
                .map(place -> propose(sample, place))
                .max(Comparator.comparingDouble(Inference::completeness))
                .orElseThrow(
                        () ->
                                new SampleException(
                                        sample.name()
                                                + " holds no object, and a record is one. Take a"
                                                + " payload that holds a record."));
    }

    /** The proposal if the records were there. */
    static Proposal at(Sample sample, String path) {
        return Records.of(sample).stream()
                .filter(place -> path == null ? place.path() == null : path.equals(place.path()))
                .findFirst()
                .map(place -> propose(sample, place))
                .orElseThrow(() -> new SampleException("there is no list of objects at " + path));
    }

    private static Proposal propose(Sample sample, Records place) {
        List<JsonNode> records = place.records();
        List<Facts> whole = Facts.of(records);
        List<Facts> all = whole.stream().filter(one -> one.profile().present() > 0).toList();
        Map<Field, Finding> found = new EnumMap<>(Field.class);
        Finding text = Texts.choose(all);
        String inside = text.found() ? object(text.first().path()) : inside(all);
        List<Facts> left = without(all, text);

        Finding revision = best(Field.REVISION, left, f -> TimeScore.revision(f, inside), 7);
        Finding time =
                best(
                        Field.OCCURRED_AT,
                        without(left, revision),
                        f -> TimeScore.occurred(f, inside),
                        TimeScore.ENOUGH);
        if (!revision.found() && time.found()) {
            revision = empty(whole, inside);
        }
        if (!time.found()
                && revision.found()
                && revision.first().facts().profile().time().isPresent()) {
            time =
                    new Finding(
                            Field.OCCURRED_AT,
                            revision.chosen(),
                            List.of(),
                            "there is no other time");
        }
        Finding id =
                Ids.choose(
                        without(left, time),
                        records.size(),
                        Setting.of(inside, text, all),
                        revision.found());
        left = without(without(without(left, revision), time), id);
        boolean votes = RatingScore.votes(all);
        Finding rating =
                best(Field.RATING, left, f -> RatingScore.of(f, votes), RatingScore.ENOUGH);
        rating = RatingScore.explained(rating, all);
        left = without(left, rating);
        Finding author = best(Field.AUTHOR, left, OtherScores::author, OtherScores.AUTHOR);
        found.put(Field.TEXT, text);
        found.put(Field.REVISION, revision);
        found.put(Field.OCCURRED_AT, time);
        found.put(Field.NATURAL_ID, id);
        found.put(Field.RATING, rating);
        found.put(Field.AUTHOR, author);
        left = without(left, author);
        List<Facts> rest = left;
        Map.<Field, Function<Facts, Optional<Candidate>>>of(
                        Field.LANGUAGE, OtherScores::language,
                        Field.URL, OtherScores::url,
                        Field.TOUCHPOINT, OtherScores::touchpoint,
                        Field.DELETED, OtherScores::deleted)
                .forEach(
                        (field, score) ->
                                found.put(field, best(field, rest, score, OtherScores.ENOUGH)));
        return new Proposal(sample, place.path(), records, all, found);
    }

    /** A field for the time of the last edit that no record of the sample has filled. */
    private static Finding empty(List<Facts> whole, String inside) {
        return best(
                Field.REVISION,
                whole.stream().filter(one -> one.profile().present() == 0).toList(),
                facts -> TimeScore.emptyRevision(facts, inside),
                7);
    }

    /** Without words, the object that says when it was changed is the one that counts. */
    private static String inside(List<Facts> all) {
        return all.stream()
                .flatMap(facts -> TimeScore.revision(facts, "").stream())
                .map(one -> object(one.path()))
                .findFirst()
                .orElse("");
    }

    private static Finding best(
            Field field,
            List<Facts> left,
            Function<Facts, Optional<Candidate>> score,
            double enough) {
        List<Candidate> ranked =
                left.stream()
                        .flatMap(facts -> score.apply(facts).stream())
                        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                        .toList();
        boolean found = !ranked.isEmpty() && ranked.get(0).score() >= enough;
        List<Candidate> others =
                ranked.stream()
                        .skip(found ? 1 : 0)
                        .filter(one -> one.score() >= enough / 2)
                        .limit(MOST_OTHERS)
                        .toList();
        if (!found) {
            return Finding.none(field, others, "");
        }
        return new Finding(field, List.of(ranked.get(0)), others, "");
    }

    private static List<Facts> without(List<Facts> facts, Finding finding) {
        List<Facts> left = new ArrayList<>(facts);
        finding.chosen().forEach(one -> left.remove(one.facts()));
        return left;
    }

    /** The object in which a column is, as a prefix of paths. */
    private static String object(String path) {
        int list = path.indexOf("[*]") >= 0 ? path.indexOf("[*]") : path.indexOf("[?(");
        String plain = list >= 0 ? path.substring(0, list) : path;
        String parent = RatingScore.parent(plain);
        return parent.equals("$") ? "" : parent + ".";
    }

    private static double completeness(Proposal proposal) {
        double sum = proposal.records() == null ? DOCUMENT_AHEAD : 0;
        sum += value(proposal, Field.NATURAL_ID, 8);
        sum += value(proposal, Field.OCCURRED_AT, 8);
        sum += value(proposal, Field.TEXT, 10);
        sum += value(proposal, Field.RATING, 6);
        sum += value(proposal, Field.AUTHOR, 2);
        if (proposal.records() != null) {
            sum += Math.min(5, proposal.recordNodes().size());
        }
        return sum;
    }

    /** What comes out of a list in a record is a guess, and a title alone is no feedback yet. */
    private static double value(Proposal proposal, Field field, double weight) {
        Finding finding = proposal.finding(field);
        if (!finding.found()) {
            return 0;
        }
        boolean weak =
                finding.first().facts().inList()
                        || (field == Field.TEXT
                                && finding.chosen().stream()
                                        .allMatch(one -> TextScore.title(one.facts())));
        return weak ? weight / 2 : weight;
    }
}
