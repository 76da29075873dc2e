package io.throughline.channels.definition;

import io.throughline.model.RawEnvelope;
import io.throughline.yaml.YamlMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the blocks that belong to one way in, and refuses those that belong to another. */
final class ModeReader {

    private static final String ACK = "after-durable-write";

    private static final Pattern HEADER = Pattern.compile("[a-z0-9][a-z0-9_-]*\\*?");

    /** What proves a sender, and what the way in says by itself. */
    private static final Set<String> SECRET_OR_OWN =
            Set.of(
                    "authorization",
                    "cookie",
                    RawEnvelope.CSV_HEADER,
                    RawEnvelope.SSE_EVENT,
                    RawEnvelope.FILE_NAME);

    private final YamlMap root;
    private final Mode mode;

    ModeReader(YamlMap root, Mode mode) {
        this.root = root;
        this.mode = mode;
    }

    RequestSpec request() {
        return block("request", Mode.POLL, true).map(RequestReader::read).orElse(null);
    }

    StreamSpec stream() {
        return block("stream", Mode.STREAM, true).map(StreamReader::read).orElse(null);
    }

    VerifySpec verify() {
        String id = root.text("id").orElse("");
        return block("verify", Mode.PUSH, false)
                .map(block -> VerifyReader.read(block, id))
                .orElse(null);
    }

    private Optional<YamlMap> block(String key, Mode owner, boolean required) {
        if (mode == owner && required && !root.has(key) && !root.has("fetcher")) {
            root.error("mode", "mode " + mode.id() + " needs a '" + key + "' block");
        }
        if (mode != owner && root.has(key)) {
            root.error(key, "'" + key + "' belongs to mode " + owner.id());
        }
        return mode == owner ? root.map(key) : Optional.empty();
    }

    /** A poll beside the push. */
    RequestSpec reconcile() {
        root.choice("ack", List.of(ACK));
        if (root.has("ack") && mode != Mode.PUSH) {
            root.error("ack", "'ack' belongs to mode " + Mode.PUSH.id());
        }
        return block("reconcile", Mode.PUSH, false).map(RequestReader::read).orElse(null);
    }

    /** Headers of a posted request that mappers need. */
    List<String> requestHeaders() {
        if (root.has("headers") && mode != Mode.PUSH) {
            root.error("headers", "'headers' belongs to mode " + Mode.PUSH.id());
        }
        List<String> names =
                root.texts("headers").stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!HEADER.matcher(name).matches()) {
                root.errorAt(
                        "headers",
                        i,
                        "a header is written as x-tenant, or as ce-* for all that begin so");
            } else if (SECRET_OR_OWN.contains(name)) {
                root.errorAt("headers", i, "'" + name + "' is never handed on");
            }
        }
        return names;
    }

    FetcherSpec fetcher() {
        Optional<String> name = root.text("fetcher");
        if (name.isEmpty()) {
            if (root.has("options")) {
                root.error("options", "'options' belong to a 'fetcher'");
            }
            return null;
        }
        if (mode != Mode.POLL && mode != Mode.STREAM) {
            root.error("fetcher", "a fetcher belongs to mode poll or stream");
        }
        if (root.has("request") || root.has("stream")) {
            root.error("fetcher", "a fetcher stands instead of 'request' or 'stream'");
        }
        return new FetcherSpec(name.get(), new Values(root).texts("options"));
    }
}
