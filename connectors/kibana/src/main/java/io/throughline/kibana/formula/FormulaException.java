package io.throughline.kibana.formula;

/** A text that is no formula, or none of those that are understood here. */
public final class FormulaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    FormulaException(String message) {
        super(message);
    }
}
