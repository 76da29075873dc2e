package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.Cue;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Moment;
import io.throughline.journey.Stage;
import io.throughline.model.Hashes;
import io.throughline.model.StageTags;
import io.throughline.taggers.stage.StageLearner;
import io.throughline.taggers.stage.StageStudent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Stages of a journey map: its rules, the stage learner's student and teacher.
 *
 * <p>A stage student is taken over when it is right by the margin on more of the lessons that were
 * held back than what answered before it, and on no fewer of those that a person gave. Right is
 * what the person said, and where none did what the teacher says. It is of the stages it learnt on:
 * a later version of the map takes it over as long as what tells its stages apart is the same, and
 * learns anew otherwise.
 */
final class MapStages implements StageAnswers {

    private static final int LEAST_LEARNT = 200;
    private static final int LEAST_HELD_BACK = 50;
    private static final int MOST_HELD_BACK = 400;
    private static final double SURE_RULES = 0.8;

    private final String mapVersion;
    private final String told;
    private final StageLearner learner;
    private final Fast rules;

    MapStages(JourneyMap map, StageTagger rules, StageLearner learner) {
        this.mapVersion = map.journey() + "@" + map.version();
        this.told = told(map);
        this.learner = learner;
        this.rules = new Rules(rules);
    }

    /** What taggers go by. Owners, goals and the version are not in it. */
    private static String told(JourneyMap map) {
        StringBuilder told = new StringBuilder(map.journey());
        for (Stage stage : map.stages()) {
            told.append('\n').append(List.of(stage.id(), String.valueOf(stage.name())));
            told.append(stage.examples()).append(sources(stage.cues())).append(stage.tokenCues());
            for (Moment moment : stage.moments()) {
                told.append(sources(moment.cues()));
            }
        }
        return Hashes.sha256(told.toString());
    }

    private static List<String> sources(List<Cue> cues) {
        return cues.stream().map(Cue::source).toList();
    }

    @Override
    public Fast rules() {
        return rules;
    }

    @Override
    public Fast student(StageBytes bytes) {
        return bytes.of().startsWith(mapVersion + " ")
                        || bytes.of().equals(mapVersion)
                        || bytes.of().endsWith(" " + told)
                ? new Learnt(learner.student(bytes.model()))
                : null;
    }

    @Override
    public StageTags slow(Verbatim verbatim) {
        return learner.teacher().tag(verbatim);
    }

    @Override
    public StageContest learn(
            List<Lesson> learnt,
            List<Lesson> heldBack,
            String version,
            StageBytes champion,
            double margin) {
        if (learnt.size() < LEAST_LEARNT || heldBack.size() < LEAST_HELD_BACK) {
            return null;
        }
        StageStudent student = learner.train(learnt, version);
        Fast before = champion == null ? null : student(champion);
        if (before == null) {
            before = rules;
        }
        return new StageContest(
                new StageBytes(mapVersion + " " + told, student.bytes()),
                tried(heldBack, before, student, margin));
    }

    private Training.Stages tried(
            List<Lesson> heldBack, StageTagger before, StageTagger after, double margin) {
        List<Lesson> tried =
                heldBack.stream()
                        .sorted(Comparator.comparing((Lesson lesson) -> isByPerson(lesson) ? 0 : 1))
                        .limit(MOST_HELD_BACK)
                        .toList();
        int was = 0;
        int is = 0;
        int gainWithPeople = 0;
        for (Lesson lesson : tried) {
            Set<String> due = due(lesson);
            int old = due.contains(first(before.tag(lesson.verbatim()))) ? 1 : 0;
            int young = due.contains(first(after.tag(lesson.verbatim()))) ? 1 : 0;
            was += old;
            is += young;
            gainWithPeople += isByPerson(lesson) ? young - old : 0;
        }
        boolean won = is > was && is - was >= margin * tried.size() && gainWithPeople >= 0;
        double all = tried.size();
        return new Training.Stages(tried.size(), was / all, is / all, won);
    }

    private boolean isByPerson(Lesson lesson) {
        return lesson.tutor() == Tutor.PERSON
                && lesson.stages() != null
                && mapVersion.equals(lesson.stagesOf());
    }

    /** Any of these is right; nothing, as an empty text, where the text fits no stage. */
    private Set<String> due(Lesson lesson) {
        if (!isByPerson(lesson)) {
            return Set.of(first(slow(lesson.verbatim())));
        }
        return lesson.stages().isEmpty() ? Set.of("") : lesson.stages().keySet();
    }

    private static String first(StageTags tags) {
        return tags.stages().isEmpty() ? "" : tags.stages().get(0).id();
    }

    private record Rules(StageTagger tagger) implements Fast {

        @Override
        public StageTags tag(Verbatim verbatim) {
            return tagger.tag(verbatim);
        }

        @Override
        public boolean isSure(StageTags tags) {
            return !tags.stages().isEmpty() && tags.stages().get(0).confidence() >= SURE_RULES;
        }
    }

    private record Learnt(StageStudent student) implements Fast {

        @Override
        public StageTags tag(Verbatim verbatim) {
            return student.tag(verbatim);
        }

        @Override
        public boolean isSure(StageTags tags) {
            return student.isSure(tags);
        }
    }
}
