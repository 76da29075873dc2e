package io.throughline.channels.expression;

import java.util.List;

/** Arguments that must be written out, because they are looked at once and not for each record. */
final class Arguments {

    private Arguments() {}

    static String text(List<Term> arguments, int index, String name) {
        if (arguments.get(index) instanceof Terms.Literal literal && literal.value().isTextual()) {
            return literal.value().asText();
        }
        throw new ExpressionException(name + " is a text in quotes");
    }

    static int whole(List<Term> arguments, int index, String name) {
        if (arguments.get(index) instanceof Terms.Literal literal && literal.value().isInt()) {
            return literal.value().intValue();
        }
        throw new ExpressionException(name + " is a whole number");
    }
}
