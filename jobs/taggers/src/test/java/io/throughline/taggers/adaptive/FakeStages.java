package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.Training;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rules that always say the same, a teacher that says "slow", students that say their bytes. */
final class FakeStages implements StageAnswers {

    static final String JOURNEY = "shop";

    private final StageTags byRules;
    private final boolean won;

    private FakeStages(StageTags byRules, boolean won) {
        this.byRules = byRules;
        this.won = won;
    }

    FakeStages(StageTags byRules) {
        this(byRules, true);
    }

    /** The same with students that are worse than what answered before. */
    FakeStages losing() {
        return new FakeStages(byRules, false);
    }

    static StageTags tags(String stage, double confidence) {
        return new StageTags(List.of(new StageTag(stage, 1, confidence)), null, "fake", JOURNEY, 3);
    }

    @Override
    public Fast rules() {
        return fast(byRules);
    }

    @Override
    public Fast student(StageBytes bytes) {
        return bytes.of().equals(JOURNEY)
                ? fast(tags(new String(bytes.model(), StandardCharsets.UTF_8), 0.9))
                : null;
    }

    @Override
    public StageTags slow(Verbatim verbatim) {
        return tags("slow", 0.7);
    }

    @Override
    public StageContest learn(
            List<Lesson> learnt,
            List<Lesson> heldBack,
            String version,
            StageBytes champion,
            double margin) {
        String stage = "of-" + learnt.size() + "-" + heldBack.size();
        return new StageContest(
                new StageBytes(JOURNEY, stage.getBytes(StandardCharsets.UTF_8)),
                new Training.Stages(heldBack.size(), 0.5, won ? 0.7 : 0.3, won));
    }

    private static Fast fast(StageTags tags) {
        return new Fast() {
            @Override
            public boolean isSure(StageTags given) {
                return given.stages().get(0).confidence() >= 0.8;
            }

            @Override
            public StageTags tag(Verbatim verbatim) {
                return tags;
            }
        };
    }
}
