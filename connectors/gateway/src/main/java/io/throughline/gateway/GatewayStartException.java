package io.throughline.gateway;

/** The gateway cannot listen; the message says where and what to do. */
public final class GatewayStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GatewayStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
