package io.throughline.fetch.mail;

import io.throughline.fetch.FetcherContext;
import java.time.Duration;
import java.util.Properties;

/**
 * Which folder of which mailbox, and how to get there.
 *
 * @param since how far back a first read goes; null for everything
 */
record Mailbox(
        String host,
        int port,
        String user,
        String password,
        String folder,
        Tls tls,
        Duration since) {

    /** How the connection is encrypted. */
    enum Tls {
        /** From the first byte (RFC 8314, 3.2). */
        IMPLICIT("imaps", 993),
        /** After STARTTLS, or not at all. */
        STARTTLS("imap", 143),
        /** Not; to this machine only. */
        NONE("imap", 143);

        private final String protocol;
        private final int port;

        Tls(String protocol, int port) {
            this.protocol = protocol;
            this.port = port;
        }
    }

    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "25000";

    /**
     * Reads the options {@code host}, {@code port}, {@code user}, {@code password}, {@code folder},
     * {@code tls} and {@code since}.
     *
     * @throws IllegalArgumentException when one is missing or cannot be used; without its value
     */
    static Mailbox of(FetcherContext context) {
        String host = context.required("host");
        Tls tls = tls(context.option("tls").orElse("implicit"));
        if (tls == Tls.NONE && !host.equals("localhost") && !host.equals("127.0.0.1")) {
            throw new IllegalArgumentException(
                    "the option 'tls' is none, which sends the password in the clear; only a server"
                            + " on this machine is asked so");
        }
        return new Mailbox(
                host,
                context.option("port").map(Mailbox::port).orElse(tls.port),
                context.required("user"),
                context.required("password"),
                context.option("folder").orElse("INBOX"),
                tls,
                context.duration("since", null));
    }

    private static Tls tls(String text) {
        return switch (text) {
            case "implicit" -> Tls.IMPLICIT;
            case "starttls" -> Tls.STARTTLS;
            case "none" -> Tls.NONE;
            default ->
                    throw new IllegalArgumentException(
                            "the option 'tls' is none of implicit, starttls and none");
        };
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("the option 'port' is no number of a port");
        }
        return Integer.parseInt(text);
    }

    boolean encryptedAtOnce() {
        return tls == Tls.IMPLICIT;
    }

    /** The folder as it may be shown. */
    String origin() {
        return "imap://" + host + "/" + folder;
    }

    /** What the mail library is told. */
    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + tls.protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", READ_MILLIS);
        properties.setProperty(prefix + "writetimeout", READ_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "partialfetch", "true");
        properties.setProperty(prefix + "fetchsize", Integer.toString(1 << 18));
        if (tls == Tls.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return "Mailbox[" + origin() + "]";
    }
}
