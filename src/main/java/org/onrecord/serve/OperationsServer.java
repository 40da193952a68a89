package org.onrecord.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The operations port. The JDK's own server is enough for a handful of readers; its threads, connections and patience
 * are bounded, so that no reader can hold the pipeline up.
 */
final class OperationsServer implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int QUEUE = 64;

    static {
        // The server reads these once, when its classes are loaded; seconds.
        setDefault("sun.net.httpserver.maxReqTime", "10");
        setDefault("sun.net.httpserver.maxRspTime", "30");
        setDefault("jdk.httpserver.maxConnections", "100");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private OperationsServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** @throws IOException naming the port and the remedy, when it cannot be had */
    static OperationsServer start(OperationsConfig config, OperationsPages pages) throws IOException {
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        if (address.isUnresolved()) {
            throw new IOException("there is no address " + config.host() + "; check " + OperationsConfig.HOST);
        }
        HttpServer server;
        try {
            server = HttpServer.create(address, QUEUE);
        } catch (BindException e) {
            throw new IOException(
                    "the operations port " + config.host() + ":" + config.port() + " cannot be had (" + e.getMessage()
                            + "); choose another with --operations-port or " + OperationsConfig.PORT
                            + ", 0 for any that is free",
                    e);
        }
        ExecutorService threads = threads();
        server.setExecutor(threads);
        server.createContext("/", pages);
        server.start();
        return new OperationsServer(server, threads);
    }

    /** Whoever comes when all are at work is served by the thread that accepts: it accepts nobody else meanwhile. */
    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                task -> {
                    Thread thread = new Thread(task, "onrecord-operations-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
