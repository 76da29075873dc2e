package io.throughline.kibana.formula;

import java.util.List;

/** A part of a formula. */
sealed interface Node {

    /** A number. */
    record Number(double value) implements Node {}

    /** A field, or a column that stands for a function. */
    record Variable(String value) implements Node {}

    /** An argument with a name, such as {@code kql='stage: "claim"'}. */
    record Named(String name, String value) implements Node {}

    /**
     * A function or an operator, such as {@code sum} or {@code divide}.
     *
     * @param place where its text is; null for the left part of a chain of operators, as in Kibana
     */
    record Call(String name, List<Node> arguments, Place place) implements Node {

        Call at(Place here) {
            return new Call(name, arguments, here);
        }
    }

    /**
     * Where a part is in the text.
     *
     * @param min offset of its first character
     * @param max offset behind its last
     */
    record Place(int min, int max, String text) {}
}
