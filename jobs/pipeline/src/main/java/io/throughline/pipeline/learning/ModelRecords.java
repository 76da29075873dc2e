package io.throughline.pipeline.learning;

import io.throughline.model.ModelVersion;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a record of {@code feedback.models} holds. One that cannot be read is left out: the topic is
 * kept for ever, and failing would keep every job from ever starting again.
 */
final class ModelRecords {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRecords.class);

    private ModelRecords() {}

    /**
     * A version, or a challenger that lost.
     *
     * @param value null for a record that was deleted
     * @param where the record is, for the log
     */
    static Optional<ModelVersion> any(byte[] value, Object where) {
        try {
            return value == null
                    ? Optional.empty()
                    : Optional.of(Codecs.MODEL_VERSION.decode(value));
        } catch (WireFormatException e) {
            LOG.error("{} is no model version and is left out", where, e);
            return Optional.empty();
        }
    }

    /** A version; a challenger that lost is none. */
    static Optional<ModelVersion> version(byte[] value, Object where) {
        return any(value, where).filter(ModelVersion::tags);
    }
}
