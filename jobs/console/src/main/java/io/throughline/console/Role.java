package io.throughline.console;

import java.util.Locale;
import java.util.Optional;

/** What a person may do on the page; each may do what those before it may. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Takes up, silences and accepts alerts; corrects tags. */
    EDITOR,
    /** Has dead letters read again. */
    ADMIN;

    /** The role of a name as it stands in files, in lower case; empty when there is none. */
    public static Optional<Role> of(String name) {
        for (Role role : values()) {
            if (role.id().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Its name as it stands in files and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may do what another may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
