package io.throughline.domain.redact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds international bank account numbers: a country, exactly its length, and check digits that
 * are right modulo 97 (ISO 13616; ISO/IEC 7064 MOD 97-10).
 */
final class IbanFinder implements Finder {

    private static final int FEWEST_DIGITS = 8;
    private static final int LONGEST_GAP = 2;

    private static final Map<String, Integer> LENGTHS =
            lengths(
                    "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28"
                            + "EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23"
                            + "IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27"
                            + "MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24"
                            + "SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30");

    @Override
    public void find(Scan scan) {
        DigitGroups groups = scan.groups();
        for (int group = 0; group < groups.count(); group++) {
            int start = groups.start(group) - 2;
            boolean isStart =
                    start >= 0
                            && groups.size(group) >= 2
                            && Letters.isAsciiLetter(scan.at(start))
                            && Letters.isAsciiLetter(scan.at(start + 1))
                            && !Letters.isWord(scan.at(start - 1));
            if (isStart) {
                account(scan, start);
            }
        }
    }

    private static void account(Scan scan, int start) {
        String country = scan.text().substring(start, start + 2).toUpperCase(Locale.ROOT);
        int length = LENGTHS.getOrDefault(country, 0);
        StringBuilder account = new StringBuilder(length);
        int at = start;
        for (int gap = 0; account.length() < length; at++) {
            char c = scan.at(at);
            if (Letters.isDigit(c) || Letters.isAsciiLetter(c)) {
                account.append(c);
                gap = 0;
            } else if (c == 0 || " -.\n\r".indexOf(c) < 0 || ++gap > LONGEST_GAP) {
                return;
            }
        }
        long digits = account.chars().filter(c -> Letters.isDigit((char) c)).count();
        if (length > 0
                && digits >= FEWEST_DIGITS
                && !Letters.isDigit(scan.at(at))
                && remainder(account.substring(4) + account.substring(0, 4)) == 1) {
            scan.claim(start, at, Entity.IBAN_CODE);
        }
    }

    private static int remainder(String rearranged) {
        int remainder = 0;
        for (int at = 0; at < rearranged.length(); at++) {
            int value = Character.digit(rearranged.charAt(at), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder;
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (int at = 0; at < table.length(); at += 4) {
            lengths.put(
                    table.substring(at, at + 2), Integer.valueOf(table.substring(at + 2, at + 4)));
        }
        return Map.copyOf(lengths);
    }
}
