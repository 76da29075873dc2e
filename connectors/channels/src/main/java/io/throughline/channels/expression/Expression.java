package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a definition says about where a value of a record is.
 *
 * <p>A path such as {@code $.name} or {@code $['Complaint ID']} (JSONPath), a text in quotes, or a
 * function of these: {@code join(separator, a, b…)} joins what is not blank, {@code first(a, b…)}
 * is the first that is not blank, {@code lower(a)} is lower case, {@code contentHash()} is a
 * SHA-256 of the whole record that does not depend on the order of its fields. A row of a CSV file
 * is an object of texts by column. Serialized as its source text, because a compiled path cannot
 * be.
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
        return new Expression(text, true, new Terms.Literal(TextNode.valueOf(text)));
    }

    /**
     * The value as text; empty when it is absent, null, blank or an object. The items of a list are
     * joined by a comma and a space.
     */
    public Optional<String> text(JsonNode record) {
        return Optional.ofNullable(Terms.text(term.of(record)));
    }

    /** The value as it is in the record; a missing node when there is none. */
    public JsonNode node(JsonNode record) {
        return term.of(record);
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
