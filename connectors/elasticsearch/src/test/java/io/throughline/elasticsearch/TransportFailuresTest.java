package io.throughline.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TransportFailuresTest {

    @Test
    void knowsWhatCanNeverBeTrusted() {
        assertThat(tls(new SSLHandshakeException("no path to a trusted root"))).isTrue();
        assertThat(tls(new IOException(new SSLException("not TLS")))).isTrue();
        assertThat(tls(new IOException(new CertificateException("expired")))).isTrue();
    }

    @Test
    void takesABrokenHandshakeForABrokenConnection() {
        assertThat(tls(new SSLHandshakeException("cut off").initCause(new EOFException())))
                .isFalse();
        assertThat(tls(new SSLException("reset", new SocketException()))).isFalse();
        assertThat(tls(new ConnectException())).isFalse();
        assertThat(tls(null)).isFalse();
    }

    private static boolean tls(Throwable failure) {
        return TransportFailures.isTls(failure);
    }
}
