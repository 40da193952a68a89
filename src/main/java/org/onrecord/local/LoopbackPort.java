package org.onrecord.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** TCP ports of 127.0.0.1, the only address that local mode listens on. */
final class LoopbackPort {
    static final String HOST = "127.0.0.1";

    private static final byte[] ADDRESS = {127, 0, 0, 1};

    /** Free ports handed out: the servers bind them later, and start at the same time. */
    private static final Set<Integer> given = ConcurrentHashMap.newKeySet();

    private LoopbackPort() {}

    /**
     * The port asked for, or a free one for 0.
     *
     * <p>Nothing holds the port until the server binds it. Asking here first turns a port that is taken into one
     * sentence, where the servers' own failures are long.
     *
     * @throws LocalModeException when the port is taken
     */
    static int claim(int port) {
        if (port != 0) {
            return bind(port);
        }
        int free = bind(0);
        while (!given.add(free)) {
            free = bind(0);
        }
        return free;
    }

    private static int bind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalModeException(
                    "Port " + port + " of " + HOST
                            + " cannot be used: stop what listens there, or choose another port (0 takes a free one).",
                    e);
        }
    }
}
