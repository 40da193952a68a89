package org.onrecord.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Asks who listens where. */
final class Probe {
    private Probe() {}

    static boolean listens(int lastByte, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(address(lastByte, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether a port answers on 127.0.0.1 and there only. Linux takes all of 127.0.0.0/8 for itself, so a server on
     * every address answers on 127.0.0.2 too.
     */
    static boolean listensOnLoopbackOnly(int port) {
        return listens(1, port) && !listens(2, port);
    }

    static ServerSocket taken() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(address(1, 0));
        return socket;
    }

    private static InetSocketAddress address(int lastByte, int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) lastByte}), port);
    }
}
