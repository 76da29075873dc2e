package io.throughline.channels.signature;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The spellings of an address that a provider may have signed: with its port and without, since
 * Twilio's servers do now the one and now the other, and the libraries of Twilio try both.
 */
final class SignedUrls {

    private SignedUrls() {}

    static List<String> of(String url) {
        int scheme = url.indexOf("://");
        int end = authorityEnd(url, scheme + 3);
        if (scheme < 0) {
            return List.of(url);
        }
        String authority = url.substring(scheme + 3, end);
        String rest = url.substring(end);
        String start = url.substring(0, scheme + 3);
        int port = port(start + authority);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(url);
        if (port < 0) {
            String usual = start.equals("https://") ? ":443" : ":80";
            spellings.add(start + authority + usual + rest);
        } else {
            String bare = authority.substring(0, authority.lastIndexOf(':'));
            spellings.add(start + bare + rest);
        }
        return List.copyOf(spellings);
    }

    private static int authorityEnd(String url, int from) {
        for (int i = Math.max(from, 0); i < url.length(); i++) {
            if (url.charAt(i) == '/' || url.charAt(i) == '?' || url.charAt(i) == '#') {
                return i;
            }
        }
        return url.length();
    }

    private static int port(String origin) {
        try {
            return URI.create(origin).getPort();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
