package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMapReader;
import io.throughline.taggers.stage.JourneyAdvice.Group;
import io.throughline.taggers.stage.JourneyAdvice.Proposal;
import io.throughline.taggers.stage.JourneyAdvice.SilentCue;
import io.throughline.taggers.stage.JourneyAdvice.StageUse;
import io.throughline.taggers.stage.JourneyAdvisor.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyAdvisorTest {

    private final JourneyAdvisor advisor = new JourneyAdvisor(Maps.broadband(), new WordsEncoder());

    @Test
    void countsTheFeedbackOfEachStageAndEachTextOnce() {
        List<Told> twice = new ArrayList<>(unlabelled());
        twice.addAll(unlabelled());

        JourneyAdvice advice = advise(twice);

        assertThat(advice.texts()).isEqualTo(60);
        assertThat(advice.stages())
                .extracting(StageUse::stage)
                .containsExactly("ordering", "installation", "using", "paying");
        assertThat(advice.stages()).allMatch(use -> use.texts() > 5);
    }

    @Test
    void groupsFeedbackThatFitsNowhere() {
        List<Told> feedback = new ArrayList<>(unlabelled());
        for (String animal :
                List.of("cat", "dog", "parrot", "hamster", "goose", "otter", "beetle", "ferret")) {
            feedback.add(told("my " + animal + " loves the giraffe mascot"));
        }

        List<Group> unplaced = advise(feedback).unplaced();

        assertThat(unplaced)
                .anySatisfy(
                        group -> {
                            assertThat(group.texts()).isBetween(3, 8);
                            assertThat(group.words()).contains("giraffe", "mascot");
                            assertThat(group.typical()).contains("giraffe");
                        });
    }

    @Test
    void namesCuesThatMatchNothing() {
        assertThat(advise(unlabelled()).silentCues())
                .contains(new SilentCue("using", "outage"))
                .doesNotContain(new SilentCue("installation", "engineer"));
    }

    @Test
    void namesACueThatIsFoundElsewhere() {
        List<Told> labelled = new ArrayList<>(Feedback.told());
        for (int i = 0; i < 8; i++) {
            labelled.add(
                    new Told(
                            Verbatim.of("in what order do films buffer " + "abcdefgh".charAt(i)),
                            "using"));
        }

        assertThat(advise(labelled).misleadingCues())
                .anySatisfy(
                        cue -> {
                            assertThat(cue.stage()).isEqualTo("ordering");
                            assertThat(cue.cue()).isEqualTo("order");
                            assertThat(cue.mostly()).isEqualTo("using");
                        });
    }

    @Test
    void labelsShowWhichStagesAreConfused() {
        List<Told> labelled = new ArrayList<>(Feedback.told());
        for (int i = 0; i < 6; i++) {
            labelled.add(
                    new Told(
                            Verbatim.of(
                                    "the engineer at that appointment costs " + "abcdef".charAt(i)),
                            "paying"));
        }

        assertThat(advise(labelled).confused())
                .anySatisfy(
                        pair -> {
                            assertThat(List.of(pair.one(), pair.other()))
                                    .containsExactlyInAnyOrder("installation", "paying");
                            assertThat(pair.words()).contains("engineer");
                            assertThat(pair.examples()).isNotEmpty();
                        });
    }

    @Test
    void proposesDifferentSentencesOfTheStreamWithoutPersonalData() {
        List<Told> feedback = new ArrayList<>(unlabelled());
        feedback.add(told("the bill shows a surcharge, write to jo.miller@example.com about it"));

        List<Proposal> proposals = advise(feedback).proposals();

        assertThat(proposals).extracting(Proposal::stage).contains("using", "paying");
        assertThat(proposals).extracting(Proposal::text).doesNotHaveDuplicates();
        assertThat(proposals).noneMatch(proposal -> proposal.text().contains("miller"));
        assertThat(Maps.broadband().stages())
                .allSatisfy(
                        stage ->
                                assertThat(proposals)
                                        .noneMatch(
                                                proposal ->
                                                        stage.examples()
                                                                .contains(proposal.text())));
    }

    @Test
    void theTextEndsInYamlThatAMapCanTake() {
        List<Told> feedback = new ArrayList<>(unlabelled());
        feedback.add(told("films buffer and \"pages stall\" \\ every evening"));
        String text = AdviceText.of(advise(feedback));

        String stages =
                text.substring(text.indexOf("\nstages:"))
                        .replace("    examples:", "    owner: someone\n    examples:");

        assertThat(
                        JourneyMapReader.read(
                                        "pasted.yaml",
                                        "apiVersion: throughline/v1\njourney: j\nversion: 1"
                                                + stages)
                                .stages())
                .isNotEmpty()
                .allMatch(stage -> !stage.examples().isEmpty());
        assertThat(text).contains("broadband version 4: 61 different texts");
    }

    @Test
    void quotesWhatYamlWouldMisread() {
        assertThat(AdviceText.quoted("a \"b\" \\ c\u0007"))
                .isEqualTo("\"a \\\"b\\\" \\\\ c\\u0007\"");
    }

    @Test
    void withoutReadableTextThereIsNoAdvice() {
        assertThatThrownBy(() -> advise(List.of(told("  "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no text that can be read");
    }

    private JourneyAdvice advise(List<Told> feedback) {
        return advisor.advise(feedback, done -> {});
    }

    private static List<Told> unlabelled() {
        return Feedback.told().stream().map(one -> new Told(one.verbatim(), null)).toList();
    }

    private static Told told(String text) {
        return new Told(Verbatim.of(text), null);
    }
}
