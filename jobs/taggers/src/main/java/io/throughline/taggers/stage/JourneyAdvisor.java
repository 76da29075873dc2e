package io.throughline.taggers.stage;

import io.throughline.domain.redact.Redactor;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Encoders;
import io.throughline.taggers.stage.JourneyAdvice.Proposal;
import io.throughline.taggers.stage.JourneyAdvice.StageUse;
import io.throughline.taggers.stage.StageTeacher.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/** Holds a journey map against a stream of feedback and says how it could be made better. */
public final class JourneyAdvisor {

    private final JourneyMap map;
    private final Encoder encoder;
    private final StageTeacher teacher;
    private final Redactor redactor = new Redactor();

    /** An advisor with the encoder that comes with the program. */
    public JourneyAdvisor(JourneyMap map) {
        this(map, Encoders.bge());
    }

    /** An advisor with an encoder of one's own. */
    public JourneyAdvisor(JourneyMap map, Encoder encoder) {
        this.map = map;
        this.encoder = encoder;
        this.teacher = new StageTeacher(map, encoder);
    }

    /**
     * A feedback and what is known about it.
     *
     * @param stage id that a person gave; null for none, and none when the map does not have it
     */
    public record Told(Verbatim verbatim, String stage) {

        /** Whether a person said that it belongs to no stage. */
        boolean isUnassigned() {
            return stage != null && NoStage.isNamedBy(stage);
        }
    }

    /**
     * The advice. Each text counts once, however often it was said; texts in other languages do not
     * count.
     *
     * @param progress is told how many texts were looked at
     * @throws IllegalArgumentException when there is no text that can be read
     */
    public JourneyAdvice advise(List<Told> feedback, IntConsumer progress) {
        Map<String, Told> different = different(feedback);
        if (different.isEmpty()) {
            throw new IllegalArgumentException("there is no text that can be read");
        }
        List<Seen> seen = new ArrayList<>();
        Map<Integer, double[]> labels = new HashMap<>();
        List<Integer> stageOf = new ArrayList<>();
        different.forEach(
                (text, told) -> {
                    int label = label(told.stage());
                    if (label >= 0) {
                        double[] certain = new double[map.stages().size()];
                        certain[label] = 1;
                        labels.put(seen.size(), certain);
                    }
                    stageOf.add(label);
                    seen.add(teacher.see(Verbatim.of(text)));
                    progress.accept(seen.size());
                });
        double[][] byStream = StreamStages.of(teacher.prototypes(), seen, labels);
        Prototypes centred =
                teacher.prototypes()
                        .centredOn(Prototypes.mean(seen.stream().map(Seen::embedding).toList()));
        List<AdvisedText> texts = new ArrayList<>();
        int at = 0;
        for (String text : different.keySet()) {
            texts.add(
                    new AdvisedText(
                            text,
                            centred.centred(seen.get(at).embedding()),
                            StageTeacher.shares(seen.get(at)),
                            byStream[at],
                            StageTeacher.evidence(seen.get(at)),
                            stageOf.get(at)));
            at++;
        }
        return advice(texts, exampleVectors(centred));
    }

    private Map<String, Told> different(List<Told> feedback) {
        Map<String, Told> different = new LinkedHashMap<>();
        Map<String, String> textOf = new HashMap<>();
        for (Told told : feedback) {
            if (StageText.unreadable(told.verbatim()) != null) {
                continue;
            }
            String text = redactor.redactText(StageText.judged(told.verbatim()).strip());
            String key = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
            String kept = textOf.putIfAbsent(key, text);
            if (kept == null) {
                different.put(text, told);
            } else if (told.stage() != null) {
                different.put(kept, told);
            }
        }
        return different;
    }

    private int label(String id) {
        for (int stage = 0; stage < map.stages().size(); stage++) {
            if (map.stages().get(stage).id().equals(id)) {
                return stage;
            }
        }
        return -1;
    }

    private List<List<float[]>> exampleVectors(Prototypes centred) {
        return map.stages().stream()
                .map(
                        stage ->
                                stage.examples().stream()
                                        .map(encoder::embed)
                                        .map(centred::centred)
                                        .toList())
                .toList();
    }

    private JourneyAdvice advice(List<AdvisedText> texts, List<List<float[]>> examples) {
        List<String> stages = map.stages().stream().map(Stage::id).toList();
        CommonWords words = new CommonWords(texts);
        CueUse cues = new CueUse(texts, stages, teacher.rules());
        List<Proposal> proposals = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            proposals.addAll(
                    ProposedExamples.of(stage, stages.get(stage), examples.get(stage), texts));
        }
        return new JourneyAdvice(
                map.journey(),
                map.version(),
                texts.size(),
                AdvisedText.placed(texts).size() / (double) texts.size(),
                use(AdvisedText.placed(texts), stages),
                ConfusedStages.in(texts, stages, words),
                UnplacedFeedback.in(texts, stages, words),
                cues.silent(),
                cues.misleading(),
                ExampleUse.misleading(map, examples, texts),
                List.copyOf(proposals));
    }

    private static List<StageUse> use(List<AdvisedText> placed, List<String> stages) {
        List<StageUse> use = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            int of = stage;
            double[] confidences =
                    placed.stream()
                            .filter(text -> text.stage() == of)
                            .mapToDouble(AdvisedText::confidence)
                            .toArray();
            double sum = 0;
            for (double confidence : confidences) {
                sum += confidence;
            }
            use.add(
                    new StageUse(
                            stages.get(stage),
                            confidences.length,
                            confidences.length / (double) Math.max(1, placed.size()),
                            sum / Math.max(1, confidences.length)));
        }
        return List.copyOf(use);
    }
}
