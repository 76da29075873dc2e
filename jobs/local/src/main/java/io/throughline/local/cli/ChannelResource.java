package io.throughline.local.cli;

import io.throughline.channels.ChannelCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The files of a channel on the class path, and whose they are: what lies beside the catalog's own
 * class was shipped, and what lies in another jar was plugged in.
 */
final class ChannelResource {

    private final String id;

    ChannelResource(String id) {
        this.id = id;
    }

    /** Text of a file in the channel's folder. */
    Optional<String> text(String name) {
        return text(ChannelCatalog.class.getClassLoader().getResource(folder() + name));
    }

    /** Name of the jar that brought the channel; empty when it was shipped. */
    Optional<String> plugIn() {
        URL own = ChannelCatalog.class.getResource(ChannelCatalog.class.getSimpleName() + ".class");
        URL definition =
                ChannelCatalog.class.getClassLoader().getResource(folder() + "channel.yaml");
        if (own == null || definition == null || root(own).equals(root(definition))) {
            return Optional.empty();
        }
        String root = root(definition);
        return Optional.of(root.substring(root.lastIndexOf('/') + 1));
    }

    static Optional<String> text(URL resource) {
        if (resource == null) {
            return Optional.empty();
        }
        try (InputStream in = resource.openStream()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String folder() {
        return "channels/" + id + "/";
    }

    /** The jar or folder a resource is in, without a slash at the end. */
    private static String root(URL resource) {
        String text = resource.toString();
        int jar = text.indexOf("!/");
        if (jar >= 0) {
            return text.substring(0, jar);
        }
        int packages = text.lastIndexOf("/io/throughline/");
        return text.substring(0, packages >= 0 ? packages : text.lastIndexOf("/channels/"));
    }
}
