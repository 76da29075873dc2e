package io.throughline.local.page;

import io.throughline.console.VerbatimExplainer;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentExplainer;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Sentiment;
import java.util.List;

/**
 * Explains sentiments for the live page, by the engine that tags. Texts were tagged by versions of
 * it that have learnt more or less since, so it is asked for its own label first, and explains only
 * where it agrees.
 */
public final class PageExplainer implements VerbatimExplainer {

    private final SentimentTagger tagger;
    private final SentimentExplainer explainer;

    private PageExplainer(SentimentTagger tagger, SentimentExplainer explainer) {
        this.tagger = tagger;
        this.explainer = explainer;
    }

    /** By the engine of that id; one that cannot explain itself explains nothing. */
    public static VerbatimExplainer of(String engine) {
        SentimentTagger tagger = Engines.sentiment(engine).tagger();
        return tagger instanceof SentimentExplainer explainer
                ? new PageExplainer(tagger, explainer)
                : VerbatimExplainer.NONE;
    }

    @Override
    public List<Words> explain(String text, String label) {
        Verbatim verbatim = Verbatim.of(text);
        Sentiment now = tagger.tag(verbatim);
        if (now.label() == null || !now.label().id().equals(label)) {
            return List.of();
        }
        return explainer.explain(verbatim).stream()
                .map(one -> new Words(one.start(), one.end(), one.contribution()))
                .toList();
    }
}
