package io.throughline.notify.send;

import io.throughline.notify.address.AddressRefusedException;
import io.throughline.notify.address.AddressRules;
import io.throughline.notify.address.Hosts;
import io.throughline.notify.address.Resolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks names up for Jetty and leaves out what is not permitted. A name that leads to one address
 * that is, and to another that is not, is used for the first.
 */
final class GuardedResolver implements SocketAddressResolver {

    private final AddressRules rules;
    private final Resolver resolver;
    private final Executor executor;

    GuardedResolver(AddressRules rules, Resolver resolver, Executor executor) {
        this.rules = rules;
        this.resolver = resolver;
        this.executor = executor;
    }

    @Override
    public void resolve(
            String host,
            int port,
            Map<String, Object> context,
            Promise<List<InetSocketAddress>> promise) {
        executor.execute(
                () -> {
                    try {
                        promise.succeeded(permitted(host, port));
                    } catch (UnknownHostException | AddressRefusedException | RuntimeException e) {
                        promise.failed(e);
                    }
                });
    }

    private List<InetSocketAddress> permitted(String host, int port)
            throws UnknownHostException, AddressRefusedException {
        List<InetAddress> addresses = addresses(host);
        List<InetSocketAddress> permitted =
                addresses.stream()
                        .filter(rules::permit)
                        .map(address -> new InetSocketAddress(address, port))
                        .toList();
        if (permitted.isEmpty()) {
            throw new AddressRefusedException(
                    addresses.isEmpty()
                            ? host + " leads to no address"
                            : rules.refusal(host, addresses.get(0)));
        }
        return permitted;
    }

    private List<InetAddress> addresses(String host)
            throws UnknownHostException, AddressRefusedException {
        String bare =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        Optional<InetAddress> literal = Hosts.literal(bare);
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        if (!Hosts.isName(bare)) {
            throw new AddressRefusedException(
                    "the host is neither a name nor an address in plain notation");
        }
        return resolver.resolve(bare);
    }
}
