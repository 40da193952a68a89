package org.onrecord.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a broker and passes on what is sent, both ways; held, it keeps everything, and no connection breaks. */
final class Gate implements AutoCloseable {
    private final ServerSocket socket;
    private final int target;
    private boolean held;

    private Gate(ServerSocket socket, int target) {
        this.socket = socket;
        this.target = target;
    }

    /** Before a port of this machine, at which nobody has to listen yet. */
    static Gate before(int port) throws IOException {
        Gate gate = new Gate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        start(gate::accept);
        return gate;
    }

    static int free() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    private synchronized void awaitReleased() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket server = new Socket(socket.getInetAddress(), target);
                start(() -> pass(client, server));
                start(() -> pass(server, client));
            }
        } catch (IOException closed) {
            // The gate is, and with it its purpose.
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[16 << 10];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitReleased();
                out.write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            // Either side has closed the connection.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "gate");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        release();
        socket.close();
    }
}
