package io.throughline.notify.send;

import io.throughline.notify.address.AddressRefusedException;
import io.throughline.notify.address.AddressRules;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;

/**
 * Opens connections to permitted addresses. This is the last place before the socket: whatever came
 * to name the address, it is looked at here.
 */
final class GuardedConnector extends ClientConnector {

    private final AddressRules rules;

    GuardedConnector(AddressRules rules) {
        this.rules = rules;
    }

    @Override
    public void connect(SocketAddress address, Map<String, Object> context) {
        if (address instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && rules.permit(internet.getAddress())) {
            super.connect(address, context);
            return;
        }
        if (context.get(CONNECTION_PROMISE_CONTEXT_KEY) instanceof Promise<?> promise) {
            promise.failed(new AddressRefusedException(why(address)));
        } else {
            throw new IllegalStateException("nobody waits for the connection");
        }
    }

    private String why(SocketAddress address) {
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? rules.refusal("the host", internet.getAddress())
                : "the host leads to no address";
    }
}
