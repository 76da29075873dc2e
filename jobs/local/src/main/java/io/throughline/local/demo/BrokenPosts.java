package io.throughline.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.demo.wire.Status;
import io.throughline.model.FailureReason;

/** Events whose data is no use. */
final class BrokenPosts {

    private BrokenPosts() {}

    static String spoil(Status status, int way) {
        ObjectNode entity = status.entity();
        switch (way) {
            case 0 -> {
                String whole = entity.toString();
                return whole.substring(0, whole.length() / 2);
            }
            case 1 -> entity.remove("id");
            case 2 -> entity.remove("created_at");
            case 3 -> entity.put("created_at", "yesterday");
            default -> entity.put("created_at", "1970-01-01T00:00:00.000Z");
        }
        return entity.toString();
    }

    static FailureReason reason(int way) {
        return switch (way) {
            case 0 -> FailureReason.MALFORMED;
            case 1, 2 -> FailureReason.MISSING_FIELD;
            default -> FailureReason.INVALID_FIELD;
        };
    }
}
