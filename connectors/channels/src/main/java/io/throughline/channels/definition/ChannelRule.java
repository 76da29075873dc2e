package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Scope;
import io.throughline.model.Channel;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which channel a record belongs to: always the same, or told by a value of the record. The channel
 * is part of a feedback's id, so the value must not change with an edit, and a delete must carry it
 * too.
 *
 * @param from null when the channel is always {@link #otherwise}
 * @param values channel by what {@link #from} gives; a value that is itself the id of a channel
 *     needs no entry
 * @param otherwise for every other value and for none
 */
public record ChannelRule(Expression from, Map<String, Channel> values, Channel otherwise)
        implements Serializable {

    public ChannelRule {
        values = new TreeMap<>(values);
    }

    /** The rule of a channel that is always the same. */
    public static ChannelRule fixed(Channel channel) {
        return new ChannelRule(null, Map.of(), channel);
    }

    /** The channel of a record. */
    public Channel of(Scope record) {
        if (from == null) {
            return otherwise;
        }
        Optional<String> value = from.text(record).map(String::strip);
        return value.map(values::get).or(() -> value.flatMap(Channel::of)).orElse(otherwise);
    }
}
