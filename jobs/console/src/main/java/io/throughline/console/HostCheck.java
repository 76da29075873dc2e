package io.throughline.console;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which {@code Host} headers are answered. A web site can point a name of its own at 127.0.0.1 and
 * have a visitor's browser read what listens there (DNS rebinding); such a request carries that
 * name, so names other than {@code localhost} and the bound one are refused. Addresses are safe:
 * they cannot be pointed elsewhere. A name that the page is published under is answered when it is
 * told so.
 */
final class HostCheck {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern IP4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final Pattern IP6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    private final String bound;
    private final Set<String> names;
    private final boolean everyAddress;

    HostCheck(String boundHost) {
        this(boundHost, Set.of());
    }

    /**
     * @param names of a proxy or load balancer before this, which passes on the header that it got
     */
    HostCheck(String boundHost, Set<String> names) {
        this.bound = bare(boundHost);
        this.names = names.stream().map(HostCheck::bare).collect(Collectors.toUnmodifiableSet());
        this.everyAddress = bound.equals("0.0.0.0") || bound.equals("::");
    }

    /** Whether a request with that header is answered; null and empty are not. */
    boolean allows(String header) {
        if (header == null || header.isBlank()) {
            return false;
        }
        String host = bare(withoutPort(header.strip()));
        return host.equals(bound)
                || names.contains(host)
                || host.equals("localhost")
                || host.equals("::1")
                || LOOPBACK.matcher(host).matches()
                || (everyAddress && isAddress(host));
    }

    private static boolean isAddress(String host) {
        return IP4.matcher(host).matches() || IP6.matcher(host).matches();
    }

    private static String withoutPort(String header) {
        boolean bareIp6 = !header.startsWith("[") && header.indexOf(':') != header.lastIndexOf(':');
        return bareIp6 ? header : PORT.matcher(header).replaceFirst("");
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]")
                ? lower.substring(1, lower.length() - 1)
                : lower;
    }
}
