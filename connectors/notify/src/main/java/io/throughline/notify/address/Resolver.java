package io.throughline.notify.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks names up. */
@FunctionalInterface
public interface Resolver {

    /** As this machine does. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** The addresses of a name, at least one. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
