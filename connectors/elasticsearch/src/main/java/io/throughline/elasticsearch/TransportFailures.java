package io.throughline.elasticsearch;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Tells a connection that broke from one that can never be trusted. */
public final class TransportFailures {

    private static final int DEEPEST = 20;

    private TransportFailures() {}

    /**
     * Whether no trusted connection can be made: a wrong certificate, name or protocol. A handshake
     * that was cut off by the peer is a broken connection and not this.
     */
    public static boolean isTls(Throwable failure) {
        boolean tls = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CertificateException) {
                return true;
            }
            if (cause instanceof SSLException) {
                tls = true;
            } else if (tls && cause instanceof IOException) {
                return false;
            }
            cause = cause.getCause();
        }
        return tls;
    }
}
