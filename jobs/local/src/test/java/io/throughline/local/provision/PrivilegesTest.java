package io.throughline.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.provision.Privileges.Duty;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrivilegesTest {

    @Test
    void aDutyBringsItsPrivilegesAndNoOthers() {
        JsonNode plain = Privileges.PROVISIONER.role();
        JsonNode rules = Privileges.PROVISIONER.role(Set.of(Duty.RULES));
        JsonNode lifecycles = Privileges.PROVISIONER.role(Set.of(Duty.LIFECYCLES));

        assertThat(plain.toString()).doesNotContain("\"read\"", "stackAlerts", "manage_ilm");
        assertThat(rules.at("/indices/0/privileges").toString()).isEqualTo("[\"manage\",\"read\"]");
        assertThat(rules.at("/applications/0/privileges").toString())
                .contains("feature_stackAlerts.all", "feature_actions.read");
        assertThat(rules.path("cluster")).isEqualTo(plain.path("cluster"));
        assertThat(lifecycles.path("cluster").toString()).contains("manage_ilm");
        assertThat(lifecycles.path("indices")).isEqualTo(plain.path("indices"));
    }

    @Test
    void otherRolesHaveNoDuties() {
        assertThat(Privileges.READER.role(Set.of(Duty.values())))
                .isEqualTo(Privileges.READER.role());
    }

    @Test
    void peopleInKibanaNeedPrivilegesOfKibana() {
        assertThat(Privileges.READER.note().orElseThrow()).contains("Dashboard: Read");
        assertThat(Privileges.WRITER.note()).isEmpty();
    }
}
