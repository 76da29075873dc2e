package io.throughline.channels.definition;

import io.throughline.channels.definition.FileSpec.Format;
import io.throughline.yaml.YamlMap;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads the blocks that belong to one way in, and refuses those that belong to another. */
final class ModeReader {

    private static final String ACK = "after-durable-write";

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
        String ack = root.text("ack").orElse(ACK);
        if (!ack.equals(ACK)) {
            root.error("ack", "'" + ack + "' is not known; " + ACK + " is the only way there is");
        }
        if (root.has("ack") && mode != Mode.PUSH) {
            root.error("ack", "'ack' belongs to mode " + Mode.PUSH.id());
        }
        return block("reconcile", Mode.PUSH, false).map(RequestReader::read).orElse(null);
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

    FileSpec file() {
        Optional<String> format = root.text("format");
        Format known =
                Arrays.stream(Format.values())
                        .filter(
                                each ->
                                        each.name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(format.orElse("auto")))
                        .findFirst()
                        .orElse(null);
        if (known == null) {
            root.error("format", "'" + format.get() + "' is neither csv nor jsonl");
            known = Format.AUTO;
        }
        return new FileSpec(known, delimiter(), encoding());
    }

    private Character delimiter() {
        Optional<String> text = root.text("delimiter");
        if (text.isEmpty()) {
            return null;
        }
        String delimiter = text.get().equals("tab") || text.get().equals("\\t") ? "\t" : text.get();
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            root.error("delimiter", "a delimiter is one character such as ';', or tab");
            return null;
        }
        return delimiter.charAt(0);
    }

    /** Line breaks are found as bytes, so UTF-16 and its like cannot be read. */
    private String encoding() {
        String name = root.text("encoding").orElse("UTF-8");
        try {
            Charset charset = Charset.forName(name);
            if (!charset.canEncode()
                    || !charset.encode("\n,\"")
                            .equals(ByteBuffer.wrap(new byte[] {'\n', ',', '"'}))) {
                root.error("encoding", "files in '" + name + "' must be converted to UTF-8 first");
                return "UTF-8";
            }
            return charset.name();
        } catch (IllegalArgumentException e) {
            root.error("encoding", "'" + name + "' is no character set such as UTF-8");
            return "UTF-8";
        }
    }
}
