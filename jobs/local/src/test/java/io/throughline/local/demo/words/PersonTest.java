package io.throughline.local.demo.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonTest {

    @Test
    void sameNumberIsTheSamePerson() {
        assertThat(Person.of(1, 42)).isEqualTo(Person.of(1, 42)).isNotEqualTo(Person.of(1, 43));
    }

    @Test
    void handlesAndAddressesAreOfReservedDomainsAndManifold() {
        Set<String> handles = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            Person person = Person.of(1, i);
            handles.add(person.handle());
            assertThat(person.handle()).matches("[a-z0-9_.]+");
            assertThat(person.email()).matches("[a-z0-9.]+@example\\.(com|org|net)");
        }
        assertThat(handles).hasSizeGreaterThan(350);
    }
}
