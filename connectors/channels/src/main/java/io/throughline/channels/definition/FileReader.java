package io.throughline.channels.definition;

import io.throughline.channels.definition.FileSpec.Format;
import io.throughline.yaml.YamlMap;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads how payloads are written: {@code format} and what belongs to it. */
final class FileReader {

    private static final List<String> FORMATS =
            Arrays.stream(Format.values()).map(Format::id).toList();

    private final YamlMap root;

    FileReader(YamlMap root) {
        this.root = root;
    }

    FileSpec read() {
        Format format =
                root.choice("format", FORMATS)
                        .map(text -> Format.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(Format.AUTO);
        boolean table = format == Format.CSV || format == Format.AUTO;
        for (String key : List.of("delimiter", "headerRows")) {
            if (root.has(key) && !table) {
                root.error(key, "'" + key + "' belongs to format csv");
            }
        }
        if (format == Format.MAIL && !root.has("mapper")) {
            root.error("format", "format mail needs a 'mapper' that reads messages");
        }
        int headerRows = new Values(root).whole("headerRows", 1, 1, FileSpec.MOST_HEADER_ROWS);
        return new FileSpec(format, delimiter(), encoding(), headerRows);
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
