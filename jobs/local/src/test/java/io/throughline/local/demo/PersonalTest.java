package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Person;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalTest {

    @Test
    void cardsPassLuhn() {
        for (int i = 0; i < 100; i++) {
            String digits = Personal.card(Dice.of(1, "card", i)).replace(" ", "");
            int sum = 0;
            for (int place = 0; place < digits.length(); place++) {
                int digit = digits.charAt(digits.length() - 1 - place) - '0';
                int weighted = place % 2 == 1 ? digit * 2 : digit;
                sum += weighted / 10 + weighted % 10;
            }
            assertThat(digits).hasSize(16);
            assertThat(sum % 10).isZero();
        }
    }

    @Test
    void ibansPassModulo97() {
        for (int i = 0; i < 100; i++) {
            String iban = Personal.iban(Dice.of(1, "iban", i)).replace(" ", "");
            String moved = iban.substring(4) + "1314" + iban.substring(2, 4);
            assertThat(iban).hasSize(22).startsWith("DE");
            assertThat(new BigInteger(moved).mod(BigInteger.valueOf(97)).intValue()).isOne();
        }
    }

    @Test
    void everyKindIsGivenAwaySometimes() {
        Set<String> slots = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            slots.add(Personal.of(Person.of(1, i), Dice.of(1, "personal", i)).slot());
        }

        assertThat(slots).containsExactlyInAnyOrder("contact", "card", "iban", "ip");
    }
}
