package io.throughline.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.demo.wire.Call;
import io.throughline.model.FailureReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files that somebody dropped into the right folder and are still no use. */
final class BrokenCalls {

    private static final int TOO_LARGE = (4 << 20) + (100 << 10);

    private BrokenCalls() {}

    static List<Broken> of(List<Draft> drafts, CallWriter writer) {
        List<Broken> broken = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Draft draft = drafts.get(i * drafts.size() / 6);
            broken.add(spoil(draft, writer.write(draft, writer.tell(draft)), i));
        }
        return broken;
    }

    private static Broken spoil(Draft draft, Call call, int way) {
        byte[] whole = call.content();
        ObjectNode document = call.document();
        FailureReason reason = FailureReason.MALFORMED;
        byte[] content =
                switch (way) {
                    case 0 -> Arrays.copyOf(whole, whole.length / 2);
                    case 1 -> Arrays.copyOf(whole, whole.length - 1);
                    case 2 -> bytes("Speaker 1: hello\nSpeaker 2: hi, I am calling about my car\n");
                    case 3 -> {
                        reason = FailureReason.MISSING_FIELD;
                        document.remove("JobName");
                        yield bytes(document.toString());
                    }
                    case 4 -> {
                        reason = FailureReason.INVALID_FIELD;
                        document.put("Transcript", "not available");
                        yield bytes(document.toString());
                    }
                    default -> {
                        reason = FailureReason.TOO_LARGE;
                        document.put("Padding", "x".repeat(TOO_LARGE));
                        yield bytes(document.toString());
                    }
                };
        return new Broken(draft.at().plusSeconds(60), content, reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
