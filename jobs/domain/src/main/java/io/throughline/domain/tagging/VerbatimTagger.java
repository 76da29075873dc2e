package io.throughline.domain.tagging;

/** Tags a verbatim both ways, for one call of {@link TaggingChain}. */
@FunctionalInterface
public interface VerbatimTagger {

    Tags tag(Verbatim verbatim);
}
