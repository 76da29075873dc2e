package io.throughline.journey;

import io.throughline.model.StageSignal;
import io.throughline.yaml.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** Reads one stage and notes what is wrong with it alone. */
final class StageReader {

    static final int MAX_CUE = 1000;
    private static final String CUE = "text";
    private static final String TOKENS = "tokens";

    private final YamlMap yaml;
    private final int place;
    private final List<Cue> cues = new ArrayList<>();
    private final List<YamlMap> cuePlaces = new ArrayList<>();
    private final List<String> tokenCues = new ArrayList<>();

    /**
     * @param place of the stage in the file, from 1
     */
    StageReader(YamlMap yaml, int place) {
        this.yaml = yaml;
        this.place = place;
    }

    YamlMap yaml() {
        return yaml;
    }

    String id() {
        return yaml.text("id").orElse("");
    }

    List<String> examples() {
        return yaml.texts("examples");
    }

    List<YamlMap> moments() {
        return yaml.maps("moments");
    }

    Stage read() {
        yaml.only(
                "id",
                "name",
                "order",
                "owner",
                "contributors",
                "sponsor",
                "goal",
                "examples",
                "cues",
                "touchpoints",
                "internal",
                "moments");
        String id = Ids.read(yaml, "id");
        if (id.equals(StageSignal.UNASSIGNED)) {
            yaml.error("id", "'" + id + "' stands for feedback that fits no stage");
        }
        String owner = yaml.requiredText("owner");
        Double goal = goal();
        List<String> examples = nonBlank("examples");
        if (examples.isEmpty()) {
            yaml.missing("examples");
        }
        readCues();
        return new Stage(
                id,
                yaml.text("name").filter(name -> !name.isBlank()).orElse(id),
                order(),
                owner,
                nonBlank("contributors"),
                sponsor(),
                goal,
                examples,
                cues,
                tokenCues,
                nonBlank("touchpoints"),
                internal(),
                moments().stream().map(MomentReader::read).toList());
    }

    /** Warns of cues that occur in none of the samples. */
    void tryCues(List<String> samples) {
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            boolean found =
                    samples.stream().anyMatch(sample -> cue.pattern().matcher(sample).find());
            if (!found) {
                cuePlaces
                        .get(i)
                        .warning(CUE, "cue '" + cue.source() + "' matches nothing in the sample");
            }
        }
    }

    private int order() {
        long order = yaml.integer("order").orElse((long) place);
        if (order < 0 || order > Integer.MAX_VALUE) {
            yaml.error("order", "order is a place in the journey, 0 or more");
            return place;
        }
        return (int) order;
    }

    private String sponsor() {
        String sponsor = yaml.text("sponsor").orElse(null);
        if (sponsor != null && sponsor.isBlank()) {
            yaml.error("sponsor", "a sponsor is named, or the key is left out");
            return null;
        }
        return sponsor;
    }

    private Double goal() {
        YamlMap goal = yaml.map("goal").orElse(null);
        if (goal == null) {
            return null;
        }
        goal.only("netSentiment");
        Double value = goal.number("netSentiment").orElse(null);
        if (value != null && !(value >= -100 && value <= 100)) {
            goal.error("netSentiment", "netSentiment lies between -100 and 100");
        }
        return value;
    }

    private void readCues() {
        for (YamlMap place : yaml.mapsOrTexts("cues", CUE)) {
            place.only(CUE, TOKENS);
            String key = place.has(TOKENS) ? TOKENS : CUE;
            String source = place.text(key).orElse("");
            if (source.isBlank() || source.length() > MAX_CUE) {
                place.error(key, "a cue has 1 to " + MAX_CUE + " characters");
            } else if (key.equals(TOKENS)) {
                tokenCues.add(source);
            } else {
                readCue(place, source);
            }
        }
    }

    private void readCue(YamlMap place, String source) {
        try {
            cues.add(Cue.parse(source));
            cuePlaces.add(place);
        } catch (PatternSyntaxException e) {
            place.error(CUE, invalid(source, e));
        }
    }

    /** What is wrong with an expression, and where. */
    static String invalid(String source, PatternSyntaxException e) {
        return "cue '" + source + "' is no valid regular expression: " + reason(e);
    }

    private static String reason(PatternSyntaxException e) {
        String at = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
        return e.getDescription() + at;
    }

    private Map<String, String> internal() {
        Map<String, String> internal = new LinkedHashMap<>();
        yaml.map("internal")
                .ifPresent(
                        map -> {
                            map.only("teams", "sla");
                            String teams = String.join(", ", map.texts("teams"));
                            if (!teams.isEmpty()) {
                                internal.put("teams", teams);
                            }
                            map.text("sla").ifPresent(sla -> internal.put("sla", sla));
                        });
        return internal;
    }

    private List<String> nonBlank(String key) {
        List<String> texts = yaml.texts(key);
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) {
                yaml.errorAt(key, i, "an entry of '" + key + "' is empty");
            }
        }
        return texts.stream().filter(text -> !text.isBlank()).toList();
    }
}
