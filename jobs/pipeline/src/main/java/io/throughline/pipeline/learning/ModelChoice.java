package io.throughline.pipeline.learning;

import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.Student;
import io.throughline.model.ModelVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the version that tags a feedback, from nothing but when the log took the feedback in and
 * what versions the log holds: whoever reads both again chooses the same. A model that cannot be
 * read is passed over for the version before, which is logged.
 */
public final class ModelChoice {

    private static final Logger LOG = LoggerFactory.getLogger(ModelChoice.class);

    private final LearnerSource source;
    private final Learner learner;
    private final ModelLog log;
    private final VersionBook book;
    private final Chosen shipped;
    private final Map<Integer, Chosen> ready = new HashMap<>();
    private final Set<Integer> unusable = new HashSet<>();

    /**
     * A version ready to tag.
     *
     * @param number 0 for the model that comes with the program
     */
    public record Chosen(int number, Student student, double teacherShare) {}

    /** Reads the log to its end. */
    public ModelChoice(
            LearnerSource source, Learner learner, ModelLog log, double initialTeacherShare) {
        this.source = source;
        this.learner = learner;
        this.log = log;
        this.book = new VersionBook(source.engine());
        this.shipped = new Chosen(0, shippedStudent(), initialTeacherShare);
        log.read(book::add);
        tellTeacher();
    }

    /** What the teacher answers is not in the log, so with another one a replay tags otherwise. */
    private void tellTeacher() {
        String teacher = learner.teacher();
        LOG.info("Engine {} tags; the model of its teacher is {}", source.engine(), teacher);
        book.taughtBy()
                .filter(taught -> !taught.equals(teacher))
                .ifPresent(
                        taught ->
                                LOG.warn(
                                        "The newest version learnt from the teacher {}, and {}"
                                                + " answers now: feedback that is read again gets"
                                                + " other tags of basis teacher",
                                        taught,
                                        teacher));
    }

    private Student shippedStudent() {
        return Students.of(source, learner, new byte[0], learner::shippedStudent);
    }

    /** The version for a feedback that the log took in then. */
    public Chosen at(Instant appendedAt) {
        int below = Integer.MAX_VALUE;
        while (true) {
            Optional<ModelVersion> version = book.at(appendedAt, below);
            if (version.isEmpty()) {
                return shipped;
            }
            int number = version.get().number();
            Chosen chosen = ready.get(number);
            if (chosen != null) {
                return chosen;
            }
            if (!unusable.contains(number) && load(version.get())) {
                return ready.get(number);
            }
            below = number;
        }
    }

    private boolean load(ModelVersion version) {
        try {
            Student student =
                    version.modelOf() == 0 ? shippedStudent() : student(withModel(version));
            if (ready.size() >= VersionBook.MODELS_KEPT) {
                ready.clear();
            }
            ready.put(
                    version.number(),
                    new Chosen(version.number(), student, version.teacherShare()));
            return true;
        } catch (IllegalArgumentException e) {
            LOG.error("{} cannot be used; the version before it tags instead", version, e);
            unusable.add(version.number());
            return false;
        }
    }

    private Student student(ModelVersion version) {
        return Students.of(source, learner, version.model(), version::plainModel);
    }

    /** With the model, which is read again when the book keeps it no longer. */
    private ModelVersion withModel(ModelVersion version) {
        if (version.model().length > 0) {
            return version;
        }
        ModelVersion[] found = {version};
        log.read(
                stored -> {
                    if (stored.kind() == version.kind()
                            && stored.number() == version.number()
                            && stored.model().length > 0) {
                        found[0] = stored;
                    }
                });
        return found[0];
    }

    /**
     * Takes a version in that came while tagging.
     *
     * @return whether it was not known already
     */
    public boolean add(ModelVersion version) {
        if (!version.engine().equals(source.engine()) || book.has(version)) {
            return false;
        }
        ready.remove(version.number());
        unusable.remove(version.number());
        book.add(version);
        return true;
    }

    /** Whether the number of a version is known; true of versions of other engines. */
    public boolean knows(ModelVersion version) {
        return !version.engine().equals(source.engine())
                || book.version(version.number()).isPresent();
    }
}
