package io.throughline.domain.watch;

import io.throughline.domain.detect.Phase;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whether an alert goes back and forth: four changes or more in the last twenty evaluations, as
 * Kibana's alerting rules have it. It has calmed down when at most one of twenty was a change, so
 * that the damping does not flap itself.
 */
final class FlapGuard {

    private static final int LOOK_BACK = 20;
    private static final int CHANGES = 4;
    private static final int CALM = 1;
    private static final int ALL = (1 << LOOK_BACK) - 1;

    private int changes;
    private int kind;
    private boolean flapping;

    /** An evaluation more. */
    void next(Phase phase) {
        int now =
                switch (phase) {
                    case QUIET, PENDING, RECOVERED -> 0;
                    case FIRES, FIRING -> 1;
                    case RECOVERING -> 2;
                };
        changes = (changes << 1 | (now == kind ? 0 : 1)) & ALL;
        kind = now;
        int count = Integer.bitCount(changes);
        flapping = flapping ? count > CALM : count >= CHANGES;
    }

    boolean flapping() {
        return flapping;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(changes);
        out.writeInt(kind);
        out.writeBoolean(flapping);
    }

    static FlapGuard read(DataInput in) throws IOException {
        FlapGuard read = new FlapGuard();
        read.changes = in.readInt();
        read.kind = in.readInt();
        read.flapping = in.readBoolean();
        return read;
    }
}
