package io.throughline.domain.tagging;

import java.util.List;
import java.util.Map;

/** A stage tagger that can say what in the text pointed to a stage. */
public interface StageExplainer {

    /** Stage id to the words, cues and moments' cues that spoke for it, strongest first. */
    Map<String, List<Evidence>> explain(Verbatim verbatim);
}
