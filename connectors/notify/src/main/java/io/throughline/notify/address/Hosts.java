package io.throughline.notify.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells names from addresses, strictly. {@code 2130706433}, {@code 0x7f.1} and {@code 0177.0.0.1}
 * are addresses to some libraries and names to others, and one that is two things is how a check
 * and a connection come to disagree; so whatever looks like a number and is not four plain decimals
 * is neither.
 */
public final class Hosts {

    private static final Pattern DECIMALS =
            Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern NUMERIC = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");
    private static final Pattern NAME =
            Pattern.compile(
                    "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\\.?");
    private static final int MOST_OCTET = 255;
    private static final int LONGEST_NAME = 254;

    private Hosts() {}

    /** The address that the text is, in plain notation and without brackets or a zone. */
    public static Optional<InetAddress> literal(String host) {
        boolean plain =
                host.indexOf(':') >= 0
                        ? host.matches("[0-9a-fA-F:.]+")
                        : DECIMALS.matcher(host).matches() && octets(host);
        if (!plain) {
            return Optional.empty();
        }
        try {
            // Only digits, points and colons are left: this looks nothing up.
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether the text is a name that can only be a name. */
    public static boolean isName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            return false;
        }
        String[] labels = name.split("\\.");
        return !NUMERIC.matcher(labels[labels.length - 1]).matches();
    }

    private static boolean octets(String host) {
        for (String octet : host.split("\\.")) {
            if (Integer.parseInt(octet) > MOST_OCTET) {
                return false;
            }
        }
        return true;
    }
}
