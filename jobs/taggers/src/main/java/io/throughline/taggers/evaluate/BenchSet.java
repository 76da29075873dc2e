package io.throughline.taggers.evaluate;

import io.throughline.taggers.train.LabelledFile;
import java.nio.charset.Charset;

/**
 * A public set of labelled texts to be measured on.
 *
 * @param group name its scores are counted under, with those of other sets of the group
 * @param source where its file is, its licence, and how a row gets its label
 * @param encoding of the file
 * @param minus column whose number is taken from that of the label's column; null for none
 */
record BenchSet(String group, LabelledFile source, Charset encoding, String minus) {

    String id() {
        return source.id();
    }
}
