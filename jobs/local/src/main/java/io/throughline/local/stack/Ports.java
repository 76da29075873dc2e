package io.throughline.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds ports of 127.0.0.1. All ports of one stack are held open until {@link #close()}, so that
 * two of them are never the same; between closing and the server's own bind another program could
 * still take one, which then shows as that server's failure to start.
 */
final class Ports implements AutoCloseable {

    private final List<ServerSocket> held = new ArrayList<>();

    /** A port that nobody uses now. */
    int free() {
        try {
            return hold(0);
        } catch (IOException e) {
            throw new StackException("No free port can be had on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    /**
     * The asked-for port, or a free one.
     *
     * @param server whose port, for the message
     * @throws StackException when the port is in use or no port number
     */
    int fixedOrFree(String server, OptionalInt port) {
        if (port.isEmpty()) {
            return free();
        }
        int wanted = port.getAsInt();
        if (wanted < 1 || wanted > 65_535) {
            throw new StackException(
                    "Port " + wanted + " for " + server + " is none: choose one of 1 to 65535.");
        }
        try {
            return hold(wanted);
        } catch (IOException e) {
            throw new StackException(
                    "Port "
                            + wanted
                            + " for "
                            + server
                            + " cannot be used on 127.0.0.1 ("
                            + e.getMessage()
                            + "): stop the program that uses it, choose another port, or name none"
                            + " and a free one is taken.",
                    e);
        }
    }

    private int hold(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        held.add(socket);
        return socket.getLocalPort();
    }

    /** Lets all ports go. */
    @Override
    public void close() {
        for (ServerSocket socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new StackException("Port " + socket.getLocalPort() + " cannot be freed", e);
            }
        }
        held.clear();
    }
}
