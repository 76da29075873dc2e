package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.TrainedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one contestant answered so far, in the order of the rows. */
final class ContestantLog {

    private final Contestant contestant;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<String, List<Answer>> byDomain = new LinkedHashMap<>();
    private String model;
    private String failure;

    ContestantLog(Contestant contestant) {
        this.contestant = contestant;
    }

    Contestant contestant() {
        return contestant;
    }

    /** Version of the model that answered last; null before. */
    String model() {
        return model;
    }

    void add(List<LabelRow> rows, Stretch stretch) {
        stretches.add(stretch);
        for (int i = 0; i < rows.size(); i++) {
            byDomain.computeIfAbsent(rows.get(i).domain(), domain -> new ArrayList<>())
                    .add(stretch.answers().get(i));
        }
        model = stretch.model() == null ? model : stretch.model();
        failure = failure == null ? stretch.failure() : failure;
    }

    EngineReport report() {
        List<Answer> all = byDomain.values().stream().flatMap(List::stream).toList();
        Map<String, Scores> domains = new LinkedHashMap<>();
        byDomain.forEach((domain, answers) -> domains.put(domain, Scores.of(answers)));
        return new EngineReport(
                contestant.task().id(),
                contestant.id(),
                contestant.trained().map(TrainedModel::model).orElse(model),
                contestant.unavailable().orElse(null),
                contestant.trained().map(TrainedModel::trainedOn).orElse(null),
                failure,
                contestant.loading().orElse(null),
                Speed.of(stretches).orElse(null),
                all.isEmpty() ? null : domains.size() == 1 ? only(domains) : Scores.of(all),
                domains);
    }

    private static Scores only(Map<String, Scores> domains) {
        return domains.values().iterator().next();
    }
}
