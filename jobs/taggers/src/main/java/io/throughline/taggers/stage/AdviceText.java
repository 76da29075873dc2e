package io.throughline.taggers.stage;

import io.throughline.taggers.stage.JourneyAdvice.Confused;
import io.throughline.taggers.stage.JourneyAdvice.Group;
import io.throughline.taggers.stage.JourneyAdvice.MisleadingCue;
import io.throughline.taggers.stage.JourneyAdvice.MisleadingExample;
import io.throughline.taggers.stage.JourneyAdvice.Proposal;
import io.throughline.taggers.stage.JourneyAdvice.SilentCue;
import io.throughline.taggers.stage.JourneyAdvice.StageUse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Advice on a journey map as people read it, ending in YAML to paste into the map. */
public final class AdviceText {

    /** Share of a stage below which it is called quiet. */
    private static final double QUIET = 0.02;

    private static final int LONGEST = 110;

    private final StringBuilder out = new StringBuilder();

    private AdviceText() {}

    /** The text, with a new line at its end. */
    public static String of(JourneyAdvice advice) {
        AdviceText text = new AdviceText();
        text.line(
                "%s version %d: %,d different texts, %.0f %% of them fit a stage",
                advice.journey(), advice.version(), advice.texts(), 100 * advice.placed());
        text.stages(advice.stages());
        text.confused(advice.confused());
        text.unplaced(advice.unplaced());
        text.silent(advice.silentCues());
        text.misleading(advice.misleadingCues(), advice.misleadingExamples());
        text.proposals(advice.proposals());
        return text.out.toString();
    }

    private void stages(List<StageUse> stages) {
        head("Stages");
        int widest = stages.stream().mapToInt(use -> use.stage().length()).max().orElse(0);
        for (StageUse use : stages) {
            String note = "";
            if (use.texts() == 0) {
                note = "   no feedback: is it said in other words?";
            } else if (use.share() < QUIET) {
                note = "   hardly any feedback";
            }
            line(
                    "  %-" + widest + "s %,7d  %4.1f %%  confidence %.2f%s",
                    use.stage(),
                    use.texts(),
                    100 * use.share(),
                    use.confidence(),
                    note);
        }
    }

    private void confused(List<Confused> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        head("Stages that are confused: sharpen their examples, or make them one");
        for (Confused pair : pairs) {
            line(
                    "  %s / %s: %,d texts, %.1f %%; words: %s",
                    pair.one(),
                    pair.other(),
                    pair.texts(),
                    100 * pair.share(),
                    String.join(", ", pair.words()));
            pair.examples().forEach(example -> line("      %s", clipped(example)));
        }
    }

    private void unplaced(List<Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        head("Feedback that fits nowhere: a stage is missing, or an example");
        for (Group group : groups) {
            line(
                    "  %,d texts; words: %s; nearest stage: %s",
                    group.texts(), String.join(", ", group.words()), group.nearest());
            line("      %s", clipped(group.typical()));
        }
    }

    private void silent(List<SilentCue> cues) {
        if (cues.isEmpty()) {
            return;
        }
        head("Cues that match nothing");
        Map<String, String> byStage =
                cues.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SilentCue::stage,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                SilentCue::cue, Collectors.joining(" | "))));
        byStage.forEach((stage, sources) -> line("  %s: %s", stage, sources));
    }

    private void misleading(List<MisleadingCue> cues, List<MisleadingExample> examples) {
        if (!cues.isEmpty()) {
            head("Cues that mislead: write the phrase instead of the word");
        }
        for (MisleadingCue cue : cues) {
            line(
                    "  %s: %s   in %,d texts, %.0f %% belong elsewhere, mostly %s",
                    cue.stage(), cue.cue(), cue.texts(), 100 * cue.elsewhere(), cue.mostly());
        }
        if (!examples.isEmpty()) {
            head("Examples that mislead: their like is said at another stage");
        }
        for (MisleadingExample example : examples) {
            line(
                    "  %s: %.0f %% elsewhere, mostly %s",
                    example.stage(), 100 * example.elsewhere(), example.mostly());
            line("      %s", clipped(example.example()));
        }
    }

    private void proposals(List<Proposal> proposals) {
        if (proposals.isEmpty()) {
            return;
        }
        head("Proposed examples: read them, take what is right, raise the version");
        line("stages:");
        String stage = "";
        for (Proposal proposal : proposals) {
            if (!proposal.stage().equals(stage)) {
                stage = proposal.stage();
                line("  - id: %s", stage);
                line("    examples:");
            }
            line(
                    "      - %s   # %s, %.2f",
                    quoted(proposal.text()), why(proposal), proposal.confidence());
        }
    }

    private static String why(Proposal proposal) {
        return switch (proposal.reason()) {
            case SURE_AND_NEW -> "sure, and unlike the others";
            case MAP_IS_WRONG -> "the map alone says otherwise";
            case LABELLED -> "labelled, and the map alone says otherwise";
        };
    }

    /** As a YAML text in double quotes, which take every character once some are escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String clipped(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private void head(String title) {
        line("");
        line("%s", title);
    }

    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
