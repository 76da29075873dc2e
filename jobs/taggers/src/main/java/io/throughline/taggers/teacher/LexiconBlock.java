package io.throughline.taggers.teacher;

import io.throughline.taggers.text.LexiconCounts;

/** What the scanner knows of the text's words. */
record LexiconBlock() implements Block {

    static final String ID = "lexicon";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int dimensions() {
        return LexiconCounts.SIZE;
    }
}
