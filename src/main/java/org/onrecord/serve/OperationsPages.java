package org.onrecord.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What the operations port answers. It only reads: nothing can be changed there. */
final class OperationsPages implements HttpHandler {
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Map<String, String> FILES = Map.of(
            "/", "text/html; charset=utf-8",
            "/status.css", "text/css; charset=utf-8",
            "/status.js", "text/javascript; charset=utf-8");

    private final Operations operations;
    private final Meters meters;
    private final HttpHandler metrics;

    OperationsPages(Operations operations, Meters meters) {
        this.operations = operations;
        this.meters = meters;
        this.metrics = new MetricsHandler(meters.prometheus());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            harden(exchange.getResponseHeaders());
            if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, TEXT, "only GET and HEAD are answered here\n");
                return;
            }
            answer(exchange, exchange.getRequestURI().getPath());
        }
    }

    /** The page needs its own files and nothing else. */
    private static void harden(Headers headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/metrics" -> {
                operations.refresh();
                metrics.handle(exchange);
            }
            case "/livez" -> health(exchange, operations.health().live());
            case "/readyz" -> health(exchange, operations.health().ready());
            case "/info" -> send(exchange, 200, info());
            case "/lag" -> lag(exchange);
            case "/history" ->
                send(exchange, 200, HistoryJson.of(operations.lag().history().snapshots()));
            case "/", "/status.css", "/status.js" -> file(exchange, path);
            default -> send(exchange, 404, TEXT, "there is /, /metrics, /livez, /readyz, /info, /lag and /history\n");
        }
    }

    private void health(HttpExchange exchange, boolean well) throws IOException {
        Health health = operations.health();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("live", health.live()).put("ready", health.ready()).put("state", health.state());
        health.reasons().forEach(json.putArray("reasons")::add);
        send(exchange, well ? 200 : 503, json);
    }

    private ObjectNode info() {
        About about = operations.about();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("applicationId", about.applicationId())
                .put("version", about.version())
                .put("java", Runtime.version().toString())
                .put("started", about.started().toString())
                .put("now", Instant.now().toString());
        Latency latency = meters.latency();
        ObjectNode seconds = json.putObject("articleToFactSeconds");
        seconds.put("facts", latency.facts())
                .put("median", known(latency.median()))
                .put("p95", known(latency.p95()))
                .put("longestOfLate", known(latency.longest()));
        return json;
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private void lag(HttpExchange exchange) throws IOException {
        LagWatch watch = operations.lag();
        if (watch.history().latest().isEmpty()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("problem", watch.problem().orElse("lag has not been read yet"));
            send(exchange, 503, json);
            return;
        }
        ObjectNode json = LagJson.of(watch.history());
        json.put("ageSeconds", watch.age().toMillis() / 1000.0);
        json.put("problem", watch.problem().orElse(null));
        send(exchange, 200, json);
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        String name = path.equals("/") ? "status.html" : path.substring(1);
        try (InputStream in = OperationsPages.class.getResourceAsStream(name)) {
            send(exchange, 200, FILES.get(path), in.readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, JSON, body.toPrettyString() + "\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
