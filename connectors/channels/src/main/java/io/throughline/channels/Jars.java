package io.throughline.channels;

import java.net.URL;
import java.security.CodeSource;

/** Names the jar, or the folder of classes, that something was loaded from. */
final class Jars {

    private static final String INSIDE = "!/";

    private Jars() {}

    /** The jar of a class. */
    static String of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? "the Java platform" : source.getLocation().getPath();
    }

    /**
     * The jar of a resource.
     *
     * @param name of the resource, with which its address ends
     */
    static String of(URL resource, String name) {
        String path = resource.getPath();
        int inside = path.lastIndexOf(INSIDE);
        String place = inside < 0 ? path.substring(0, path.length() - name.length()) : path;
        return (inside < 0 ? place : path.substring(0, inside)).replaceFirst("^file:", "");
    }
}
