package io.throughline.kafka;

/** Kafka does not answer or refuses us; the message says which broker and what to check. */
public final class KafkaUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KafkaUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
