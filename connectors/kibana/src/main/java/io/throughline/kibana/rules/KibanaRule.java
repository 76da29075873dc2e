package io.throughline.kibana.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * An example of a rule of Kibana's alerting. It has no actions: whom it tells is a connector, and
 * connectors hold secrets that are nobody's but the operator's.
 *
 * @param id for {@code POST /api/alerting/rule/ID}, a UUID
 * @param body of that request; a copy is kept and a copy is given
 */
public record KibanaRule(String id, ObjectNode body) {

    public KibanaRule {
        Objects.requireNonNull(id, "id");
        body = body.deepCopy();
    }

    /** A copy, so that nobody changes what others read. */
    @Override
    public ObjectNode body() {
        return body.deepCopy();
    }
}
