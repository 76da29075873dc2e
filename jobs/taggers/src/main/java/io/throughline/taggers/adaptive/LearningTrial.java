package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Answer;
import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What learning on a stream is worth: lets the shipped student meet texts of a domain it has not
 * seen, learn from what the teacher said of some of them, and scores it on texts that came after.
 *
 * <p>Nobody's label is shown to the student except those of {@code corrected} texts. The texts are
 * taken in the order of the hash of their ids; the ones it is scored on are the last ones, whether
 * it is sure of them or not, so that the score is that of the stream.
 */
public final class LearningTrial {

    private static final double WHOLE = 1;
    private static final double MOST_OF_STREAM = 0.6;

    private final AdaptiveLearner learner;
    private final AdaptiveStudent champion;

    LearningTrial(AdaptiveLearner learner) {
        this.learner = learner;
        this.champion = (AdaptiveStudent) learner.student(learner.shippedStudent());
    }

    /** A trial of the student and the teacher that the program answers with. Not thread-safe. */
    public static LearningTrial ofShipped() {
        SentimentTagger teacher = AdaptiveEngine.teacher().tagger();
        Map<Verbatim, Sentiment> answers = new HashMap<>();
        return new LearningTrial(
                new AdaptiveLearner(
                        new Teacher(verbatim -> answers.computeIfAbsent(verbatim, teacher::tag)),
                        null));
    }

    /**
     * A text of the stream.
     *
     * @param label what people say of it
     */
    public record Labelled(Verbatim verbatim, SentimentLabel label) {}

    /**
     * How it went.
     *
     * @param met texts that the student met before it was tried
     * @param taught of them, texts that the teacher gave a lesson on
     * @param corrected of them, texts whose label a person gave
     * @param tried texts it was scored on
     * @param before the shipped student alone
     * @param after the student that learnt, alone
     * @param calibrationError expected calibration error that the training measured, 0 to 1
     */
    public record Outcome(
            int met,
            int taught,
            int corrected,
            int tried,
            StudentScore before,
            StudentScore after,
            double calibrationError) {}

    /**
     * One pass over a stream.
     *
     * @param pass number of the pass; each takes the texts in another order
     * @param lessons that the teacher gives at most
     * @param corrected texts whose label a person gives
     * @param progress is told the number of lessons so far
     * @throws IllegalArgumentException when there are too few texts to learn from and be tried on
     */
    public Outcome run(
            List<Labelled> texts, int lessons, int corrected, int pass, IntConsumer progress) {
        List<Integer> order = order(texts.size(), pass);
        int most = (int) (texts.size() * MOST_OF_STREAM);
        if (corrected >= most) {
            throw new IllegalArgumentException(
                    texts.size() + " texts are too few for " + corrected + " corrections");
        }
        List<Lesson> learnt = new ArrayList<>();
        int met = 0;
        for (; met < corrected; met++) {
            Labelled text = texts.get(order.get(met));
            learnt.add(correction(id(order.get(met), pass), text));
        }
        int taught = 0;
        for (; met < most && taught < lessons; met++) {
            Verbatim verbatim = texts.get(order.get(met)).verbatim();
            Answer answer = learner.answer(id(order.get(met), pass), verbatim, champion, WHOLE);
            if (answer.lesson() != null) {
                learnt.add(answer.lesson());
                progress.accept(++taught);
            }
        }
        learnt.sort(Comparator.comparing(Lesson::id));
        Training training = learner.train(champion, learnt, 0);
        AdaptiveStudent challenger = (AdaptiveStudent) learner.student(training.model());
        List<Labelled> rest = order.subList(met, order.size()).stream().map(texts::get).toList();
        return new Outcome(
                met,
                taught,
                corrected,
                rest.size(),
                StudentScore.of(champion.sentiment(), rest),
                StudentScore.of(challenger.sentiment(), rest),
                training.calibrationError());
    }

    private static Lesson correction(String id, Labelled text) {
        return new Lesson(
                id,
                Instant.EPOCH,
                text.verbatim(),
                SentimentDistribution.certain(text.label()),
                null,
                null,
                Tutor.PERSON);
    }

    private static List<Integer> order(int size, int pass) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> IdHash.share(id(i, pass), IdHash.Draw.TEACHER)));
        return order;
    }

    private static String id(int index, int pass) {
        return pass + "-row-" + index;
    }
}
