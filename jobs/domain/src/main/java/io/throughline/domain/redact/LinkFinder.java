package io.throughline.domain.redact;

import java.util.Locale;
import java.util.Set;

/**
 * Marks links, whose digits are ids rather than telephone numbers, and finds the secrets in them:
 * user names and passwords before the host, and parameters that are named like a secret.
 */
final class LinkFinder implements Finder {

    private static final int LONGEST_NAME = 40;
    private static final int FEWEST_PHONE_DIGITS = 7;

    private static final Set<String> SECRETS =
            Set.of(
                    "token",
                    "accesstoken",
                    "refreshtoken",
                    "idtoken",
                    "authtoken",
                    "auth",
                    "key",
                    "apikey",
                    "secret",
                    "clientsecret",
                    "password",
                    "passwd",
                    "pwd",
                    "pass",
                    "pin",
                    "otp",
                    "sig",
                    "signature",
                    "session",
                    "sessionid",
                    "sid",
                    "jsessionid",
                    "phpsessid",
                    "jwt",
                    "code",
                    "authorization",
                    "credential",
                    "credentials",
                    "resettoken",
                    "hmac",
                    "xamzsignature",
                    "xamzcredential",
                    "xamzsecuritytoken");

    private static final Set<String> PHONES =
            Set.of(
                    "phone",
                    "phonenumber",
                    "tel",
                    "telephone",
                    "mobile",
                    "msisdn",
                    "cell",
                    "whatsapp");

    @Override
    public void find(Scan scan) {
        String text = scan.text();
        int done = 0;
        for (int at = text.indexOf("://");
                at >= 0;
                at = text.indexOf("://", Math.max(done, at + 3))) {
            int start = at;
            while (start > done
                    && Letters.isAsciiLetter(text.charAt(start - 1))
                    && at - start < 16) {
                start--;
            }
            done = link(scan, start, at + 3);
        }
        for (int at = text.indexOf("www.");
                at >= 0;
                at = text.indexOf("www.", Math.max(done, at + 4))) {
            if (!scan.isInLink(at) && !Letters.isWord(scan.at(at - 1))) {
                done = link(scan, at, at);
            }
        }
    }

    private static int link(Scan scan, int start, int authority) {
        String text = scan.text();
        int end = authority;
        while (end < text.length() && isOfLink(text.charAt(end))) {
            end++;
        }
        int stop = end;
        while (stop > authority && ".,;:!?)'*".indexOf(text.charAt(stop - 1)) >= 0) {
            stop--;
        }
        scan.link(start, stop);
        int path = firstOf(text, "/?#", authority, stop);
        int user = text.lastIndexOf('@', path - 1);
        if (user >= authority) {
            scan.claim(authority, user, Entity.URL_SECRET);
        }
        parameters(scan, firstOf(text, "?#;", path, stop), stop);
        return Math.max(end, authority);
    }

    private static void parameters(Scan scan, int from, int stop) {
        for (int at = from; at < stop; ) {
            int end = firstOf(scan.text(), "&;?#", at + 1, stop);
            int equals = scan.text().indexOf('=', at);
            if (equals > at && equals < end && end > equals + 1) {
                parameter(scan, at + 1, equals, end);
            }
            at = end;
        }
    }

    private static void parameter(Scan scan, int start, int equals, int end) {
        if (equals - start > LONGEST_NAME) {
            return;
        }
        String name =
                scan.text()
                        .substring(start, equals)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]", "");
        if (SECRETS.contains(name)) {
            scan.claim(equals + 1, end, Entity.URL_SECRET);
        } else if (PHONES.contains(name)
                && digits(scan.text(), equals + 1, end) >= FEWEST_PHONE_DIGITS) {
            scan.claim(equals + 1, end, Entity.PHONE_NUMBER);
        }
    }

    private static long digits(String text, int start, int end) {
        return text.substring(start, end).chars().filter(c -> Letters.isDigit((char) c)).count();
    }

    private static int firstOf(String text, String any, int from, int stop) {
        int at = from;
        while (at < stop && any.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Math.min(at, stop);
    }

    private static boolean isOfLink(char c) {
        return c > ' ' && c != '<' && c != '>' && c != '"' && c != '`' && c < 0x2E80;
    }
}
