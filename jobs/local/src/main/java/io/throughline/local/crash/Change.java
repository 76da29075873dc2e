package io.throughline.local.crash;

import java.time.Instant;

/**
 * A record of the feed gets another version.
 *
 * @param sequence place in the feed's history, from 1
 * @param id of the record
 * @param version of the record, from 1
 * @param deleted whether the record is taken back
 * @param updated when; shared by several changes
 */
record Change(int sequence, String id, int version, boolean deleted, Instant updated) {

    /** What the customer said, other in each version. */
    String text() {
        return "Record " + id + " in version " + version + " is slow and late";
    }

    String json() {
        return "{\"id\":\"%s\",\"version\":%d,\"deleted\":%s,\"updated\":\"%s\",\"text\":\"%s\"}"
                .formatted(id, version, deleted, updated, deleted ? "" : text());
    }
}
