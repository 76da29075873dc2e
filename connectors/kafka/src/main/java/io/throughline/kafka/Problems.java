package io.throughline.kafka;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says in a sentence what went wrong with a broker and what to check; never a setting's value. */
final class Problems {

    private Problems() {}

    static KafkaUnavailableException explain(KafkaSettings settings, String action, Throwable e) {
        Throwable cause = unwrap(e);
        return new KafkaUnavailableException(
                "Kafka at "
                        + settings.bootstrapServers()
                        + ": cannot "
                        + action
                        + ". "
                        + advice(cause),
                cause);
    }

    private static String advice(Throwable cause) {
        if (cause instanceof SslAuthenticationException) {
            return "The TLS handshake failed: check ssl.truststore.location, the certificate's"
                    + " dates and its host name.";
        }
        if (cause instanceof AuthenticationException) {
            return "The broker refused the credentials: check security.protocol, sasl.mechanism"
                    + " and sasl.jaas.config.";
        }
        if (cause instanceof AuthorizationException) {
            return "The credentials lack a permission: " + cause.getMessage();
        }
        if (cause instanceof ConfigException || cause.getCause() instanceof ConfigException) {
            return "A setting is wrong: check that the host names of bootstrap.servers resolve and"
                    + " that the further properties are Kafka's.";
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "There is no such topic: create the topics first.";
        }
        if (cause instanceof TimeoutException) {
            return "No answer in time: check that the broker runs, that host and port are right,"
                    + " and that security.protocol is what the listener speaks.";
        }
        if (cause instanceof KafkaException) {
            return "The broker or client answered " + cause.getClass().getSimpleName() + ".";
        }
        return "Failed with " + cause.getClass().getSimpleName() + ".";
    }

    static Throwable unwrap(Throwable e) {
        Throwable cause = e;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
