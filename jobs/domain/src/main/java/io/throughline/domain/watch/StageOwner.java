package io.throughline.domain.watch;

import io.throughline.alert.Ownership;
import io.throughline.journey.JourneyMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the journey map in force says of one stage.
 *
 * @param version of the map; 0 when none was told
 */
record StageOwner(int version, Ownership ownership) {

    private static final String NOBODY = "unowned";

    /** No map was told: the stage has its id for a name, and no owner. */
    static StageOwner unknown(String stage) {
        return new StageOwner(0, new Ownership(stage, NOBODY, List.of(), null));
    }

    /** Empty when the map has no such stage. */
    static Optional<StageOwner> of(JourneyMap map, String id) {
        return map.stage(id)
                .map(
                        stage ->
                                new StageOwner(
                                        map.version(),
                                        new Ownership(
                                                stage.name(),
                                                stage.owner(),
                                                stage.contributors(),
                                                stage.sponsor())));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(version);
        Bytes.text(out, ownership.stageName());
        Bytes.text(out, ownership.owner());
        Bytes.list(out, ownership.contributors(), Bytes::text);
        Bytes.text(out, ownership.sponsor());
    }

    static StageOwner read(DataInput in) throws IOException {
        return new StageOwner(
                in.readInt(),
                new Ownership(
                        Bytes.text(in),
                        Bytes.text(in),
                        Bytes.list(in, Bytes::text),
                        Bytes.text(in)));
    }
}
