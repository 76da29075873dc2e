package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a definition says about where a value of a record is.
 *
 * <p>A path such as {@code $.name} or {@code $['Complaint ID']} (JSONPath) in the record, one that
 * begins with {@code $$} in what is around it, a text in quotes, a number, or a function of these
 * (see {@link #functions}), behind which a path may go on: {@code json($.payload).user.id}. A row
 * of a CSV file is an object of texts by column. Serialized as its source text, because a compiled
 * path cannot be.
 */
public final class Expression implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final boolean constant;
    private final transient Term term;

    private Expression(String source, boolean constant, Term term) {
        this.source = source;
        this.constant = constant;
        this.term = term;
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException when it is none; the message says what and where
     */
    public static Expression parse(String source) {
        return new Expression(source, false, new ExpressionParser(source).parse());
    }

    /** An expression that always gives this text. */
    public static Expression constant(String text) {
        return new Expression(text, true, Terms.Literal.text(text));
    }

    /** How each function is called, by its name: {@code lower} is {@code lower(a)}. */
    public static Map<String, String> functions() {
        return Functions.usages();
    }

    /**
     * The value as text; empty when it is absent, null, blank or an object. The items of a list are
     * joined by a comma and a space.
     *
     * @throws io.throughline.channels.RejectedException when a text that should be JSON is none
     */
    public Optional<String> text(Scope scope) {
        return Optional.ofNullable(Terms.text(term.of(scope)));
    }

    /** The value as text in a document that stands by itself, see {@link #text(Scope)}. */
    public Optional<String> text(JsonNode document) {
        return text(Scope.of(document));
    }

    /** A value as text, as {@link #text(Scope)} gives it. */
    public static Optional<String> textOf(JsonNode value) {
        return Optional.ofNullable(Terms.text(value));
    }

    /**
     * The value as it is in the record; a missing node when there is none.
     *
     * @throws io.throughline.channels.RejectedException when a text that should be JSON is none
     */
    public JsonNode node(Scope scope) {
        return term.of(scope);
    }

    /** The value in a document that stands by itself, see {@link #node(Scope)}. */
    public JsonNode node(JsonNode document) {
        return node(Scope.of(document));
    }

    /** The top-level fields of a record it looks at. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        term.fields(fields);
        return fields;
    }

    /** Whether it looks at the whole record, as {@code contentHash()} does. */
    public boolean hashesContent() {
        return term.hashesContent();
    }

    private Object readResolve() {
        return constant ? constant(source) : parse(source);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that
                && source.equals(that.source)
                && constant == that.constant;
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    /** The source text. */
    @Override
    public String toString() {
        return source;
    }
}
