package io.throughline.notify.config;

import java.util.Objects;
import java.util.Optional;

/**
 * The server that takes mails.
 *
 * @param login empty for none
 */
public record Smtp(String host, int port, Tls tls, Optional<Login> login) {

    /** How the connection is kept secret. */
    public enum Tls {
        /** From the first byte (RFC 8314, 3.3). */
        IMPLICIT(465),
        /** After STARTTLS, or not at all. */
        STARTTLS(587),
        /** Not; for a server that is trusted as the network to it is. */
        NONE(25);

        private final int port;

        Tls(int port) {
            this.port = port;
        }

        /** Where such servers usually are. */
        public int port() {
            return port;
        }
    }

    /** What to log in with. */
    public record Login(String user, String password) {

        public Login {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }

        /** Without either. */
        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    public Smtp {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(tls, "tls");
    }
}
