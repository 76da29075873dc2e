package io.throughline.nlp.rntn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import java.nio.file.Path;
import java.util.List;

/** Engines whose models only those have who fetched them. */
final class Fetched {

    private Fetched() {}

    /** The tagger; the test is skipped where its models are not. */
    static SentimentTagger tagger(String engine, List<String> entries) {
        assumeTrue(
                RntnModels.missing(RntnModels.directory(), entries).isEmpty(),
                () -> "the models of " + engine + " are not in " + RntnModels.directory());
        return Engines.sentiment(engine).tagger();
    }

    /** Runs something with the models looked for in another directory. */
    static void withModelsIn(Path directory, Runnable action) {
        String before = System.getProperty(RntnModels.PROPERTY);
        System.setProperty(RntnModels.PROPERTY, directory.toString());
        try {
            action.run();
        } finally {
            if (before == null) {
                System.clearProperty(RntnModels.PROPERTY);
            } else {
                System.setProperty(RntnModels.PROPERTY, before);
            }
        }
    }
}
