package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageEngine;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An engine that is evaluated, loaded or with the reason why it is not there.
 *
 * <p>An engine whose models are missing takes part as a row that says so: a comparison of all
 * engines must not fail because one of them is not installed.
 */
public final class Contestant {

    private final Task task;
    private final String id;
    private final Function<Verbatim, Judgement> judge;
    private final TrainedModel trained;
    private final String unavailable;
    private final Loading loading;

    private Contestant(
            Task task,
            String id,
            Function<Verbatim, Judgement> judge,
            TrainedModel trained,
            String unavailable,
            Loading loading) {
        this.task = task;
        this.id = id;
        this.judge = judge;
        this.trained = trained;
        this.unavailable = unavailable;
        this.loading = loading;
    }

    /** Loads a sentiment engine. */
    public static Contestant load(SentimentEngine engine) {
        return load(Task.SENTIMENT, engine.id(), engine::tagger, tagger -> sentimentJudge(tagger));
    }

    /** Loads a stage engine for a journey map. */
    public static Contestant load(StageEngine engine, JourneyMap map) {
        return load(
                Task.STAGE, engine.id(), () -> engine.tagger(map), tagger -> stageJudge(tagger));
    }

    /** A sentiment tagger that is there already. */
    public static Contestant of(String id, SentimentTagger tagger) {
        return new Contestant(
                Task.SENTIMENT, id, sentimentJudge(tagger), trained(tagger), null, null);
    }

    /** A stage tagger that is there already. */
    public static Contestant of(String id, StageTagger tagger) {
        return new Contestant(Task.STAGE, id, stageJudge(tagger), trained(tagger), null, null);
    }

    private static <T> Contestant load(
            Task task,
            String id,
            Supplier<T> tagger,
            Function<T, Function<Verbatim, Judgement>> judge) {
        Loading.Watch watch = Loading.watch();
        try {
            T loaded = tagger.get();
            return new Contestant(
                    task, id, judge.apply(loaded), trained(loaded), null, watch.loaded());
        } catch (EngineUnavailableException e) {
            return new Contestant(task, id, null, null, e.getMessage(), null);
        }
    }

    private static Function<Verbatim, Judgement> sentimentJudge(SentimentTagger tagger) {
        return verbatim -> Judgement.of(tagger.tag(verbatim));
    }

    private static Function<Verbatim, Judgement> stageJudge(StageTagger tagger) {
        return verbatim -> Judgement.of(tagger.tag(verbatim));
    }

    private static TrainedModel trained(Object tagger) {
        return tagger instanceof TrainedModel model ? model : null;
    }

    /** What it tags. */
    public Task task() {
        return task;
    }

    /** Id of the engine. */
    public String id() {
        return id;
    }

    /** Why it cannot take part; empty when it can. */
    public Optional<String> unavailable() {
        return Optional.ofNullable(unavailable);
    }

    /** What its model learnt from; empty when the engine does not say. */
    Optional<TrainedModel> trained() {
        return Optional.ofNullable(trained);
    }

    /** What loading took; empty when it was loaded elsewhere, or not at all. */
    Optional<Loading> loading() {
        return Optional.ofNullable(loading);
    }

    Judgement judge(Verbatim verbatim) {
        return judge.apply(verbatim);
    }
}
