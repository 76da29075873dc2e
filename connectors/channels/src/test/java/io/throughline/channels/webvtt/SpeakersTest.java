package io.throughline.channels.webvtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakersTest {

    @ParameterizedTest
    @CsvSource({
        "Customer, CUSTOMER",
        "CALLER 1, CUSTOMER",
        "Kim (customer), CUSTOMER",
        "agent_2, AGENT",
        "Support Representative, AGENT",
        "Agent Bot, SYSTEM",
        "IVR, SYSTEM"
    })
    void aNameMaySayARole(String name, Role role) {
        assertThat(Speakers.named(name)).isEqualTo(role);
    }

    @Test
    void aNameIsNoRoleBecauseItHoldsOne() {
        assertThat(Speakers.named("Reagent")).isNull();
        assertThat(Speakers.named("Kim")).isNull();
    }

    @Test
    void besideAnAgentTheOtherOneIsTheCustomer() {
        assertThat(Speakers.of(List.of("Agent", "Kim")).roleOf("Kim")).isEqualTo(Role.CUSTOMER);
        assertThat(Speakers.of(List.of("Customer", "Kim", "Noa")).roleOf("Kim"))
                .isEqualTo(Role.AGENT);
    }

    @Test
    void whoIsNotKnownIsNotTheCustomer() {
        Speakers names = Speakers.of(List.of("Kim", "Noa"));
        Speakers several = Speakers.of(List.of("Agent", "Kim", "Noa"));

        assertThat(names.known()).isFalse();
        assertThat(names.roleOf("Kim")).isEqualTo(Role.SYSTEM);
        assertThat(several.roleOf("Kim")).isEqualTo(Role.SYSTEM);
        assertThat(several.roleOf(null)).isEqualTo(Role.SYSTEM);
    }
}
