package io.throughline.local.demo;

import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Person;
import java.math.BigInteger;
import java.util.List;

/**
 * Personal data nobody has: addresses of the domains and networks that are reserved for examples,
 * telephone numbers from the fictitious range, card and bank account numbers whose check digits are
 * right and whose issuers do not exist.
 *
 * @param section of {@code common.txt} that gives it away
 * @param slot to fill there
 */
record Personal(String section, String slot, String value) {

    private static final String DIGITS = "0123456789";
    private static final List<String> AREAS = List.of("212", "305", "419", "503", "614", "918");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    static Personal of(Person person, Dice dice) {
        return switch (dice.between(0, 4)) {
            case 0 -> new Personal("offer of contact", "contact", person.email());
            case 1 -> new Personal("offer of contact", "contact", telephone(dice));
            case 2 -> new Personal("offer of card", "card", card(dice));
            case 3 -> new Personal("offer of iban", "iban", iban(dice));
            default -> new Personal("offer of ip", "ip", "203.0.113." + dice.between(1, 254));
        };
    }

    private static String telephone(Dice dice) {
        String area = dice.pick(AREAS);
        String last = "01" + dice.characters(DIGITS, 2);
        return dice.chance(0.5) ? "(" + area + ") 555-" + last : area + "-555-" + last;
    }

    /** Sixteen digits that pass Luhn's check. */
    static String card(Dice dice) {
        String body = "4" + dice.characters(DIGITS, 14);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        String all = body + (10 - sum % 10) % 10;
        return dice.chance(0.6) ? grouped(all) : all;
    }

    /** A German account number that passes the check of ISO 13616, modulo 97. */
    static String iban(Dice dice) {
        String account = dice.characters(DIGITS, 18);
        BigInteger number = new BigInteger(account + "131400");
        int check = 98 - number.mod(NINETY_SEVEN).intValue();
        return grouped("DE" + (check < 10 ? "0" : "") + check + account);
    }

    private static String grouped(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
