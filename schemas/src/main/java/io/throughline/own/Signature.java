package io.throughline.own;

import java.util.List;
import java.util.regex.Pattern;

/** What stands below a mail: after two hyphens, or what a device adds at the end. */
final class Signature {

    private static final Pattern MARK = Pattern.compile("--\\s?|\u2014\\s?");
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?i)(?:sent from my .{2,40}|sent from (?:mail|outlook|yahoo|proton).{0,60}|get"
                            + " outlook for .{2,60}|von meinem .{2,40} gesendet|gesendet (?:von|mit)"
                            + " .{2,60}|envoyé (?:de|depuis) mon .{2,40}|enviado desde mi .{2,40}"
                            + "|inviato da.{2,40}|verstuurd vanaf .{2,40}|diese nachricht wurde von"
                            + " meinem .{2,60})[.\\s]*");
    private static final int LONGEST_DEVICE = 400;
    private static final int MOST_LINES = 12;

    private Signature() {}

    /** The lines before the signature; all when there is none. */
    static List<String> before(List<String> own) {
        List<String> kept = own;
        for (int i = 0; i < own.size(); i++) {
            boolean marked = MARK.matcher(own.get(i)).matches();
            if (marked && own.size() - i <= MOST_LINES) {
                kept = own.subList(0, i);
                break;
            }
        }
        int last = kept.size() - 1;
        while (last >= 0 && kept.get(last).isBlank()) {
            last--;
        }
        boolean device =
                last >= 0
                        && kept.get(last).length() <= LONGEST_DEVICE
                        && DEVICE.matcher(kept.get(last).strip()).matches();
        return device ? kept.subList(0, last) : kept;
    }
}
