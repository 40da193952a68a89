package org.onrecord.stream.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a registry does only when it is ill, or guarded. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RegistryClientTest {
    private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";
    private static final String PASSWORD = "s3cret-pass";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    /** Answers the n-th request, from 1. */
    private interface Script {
        void answer(int number, HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        finished.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aRegistryThatIsBusyIsAskedAgain() {
        serve((number, exchange) -> reply(exchange, number == 1 ? 503 : number == 2 ? 429 : 200, STRING));

        assertThat(client(Map.of()).schema(7)).isEqualTo(Schema.create(Schema.Type.STRING));
        assertThat(asked).hasSize(3).containsOnly("GET /schemas/ids/7");
    }

    @Test
    void aRegistryThatStaysBusyIsGivenUpAfterTheRetries() {
        serve((number, exchange) -> reply(exchange, 503, ""));

        assertThatThrownBy(() -> client(Map.of("max.retries", 2)).schema(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("503")
                .hasMessageContaining("schema.registry.url");
        assertThat(asked).hasSize(3);
    }

    @Test
    void aSchemaThatIsUnknownIsNotAskedForAgainAtOnce() {
        serve((number, exchange) -> reply(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"));
        RegistryClient client = client(Map.of());

        assertThatThrownBy(() -> client.schema(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("id 7");
        assertThatThrownBy(() -> client.schema(7)).isInstanceOf(UnknownSchemaException.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aNotFoundThatNoRegistrySaysIsAWrongAddressAndNoUnknownSchema() {
        serve((number, exchange) -> reply(exchange, 404, "<html>Not Found</html>"));

        assertThatThrownBy(() -> client(Map.of()).schema(7))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("/apis/ccompat/v7");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aSchemaIsFetchedOnce() {
        serve((number, exchange) -> reply(exchange, 200, STRING));
        RegistryClient client = client(Map.of());

        assertThat(client.schema(7)).isSameAs(client.schema(7));
        assertThat(asked).hasSize(1);
    }

    @Test
    void credentialsAreSentFromEitherKey() {
        serve((number, exchange) -> reply(exchange, 200, STRING));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("reader:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

        client(userInfo()).schema(7);
        client(Map.of("schema.registry.url", url("reader:" + PASSWORD + "@"))).schema(7);

        assertThat(authorizations).containsExactly(basic, basic);
    }

    @Test
    void thePasswordIsInNoMessage() {
        RegistryConfig config = RegistryConfig.from(settings(userInfo()));
        assertThat(config.toString()).doesNotContain(PASSWORD, encoded());
        serve((number, exchange) -> reply(exchange, number == 1 ? 401 : 503, ""));
        RegistryClient client = client(Map.of("schema.registry.url", url("reader:" + PASSWORD + "@")));

        Throwable refused = catchThrowable(() -> client.schema(7));
        Throwable away = catchThrowable(() -> client.schema(7));
        Throwable wrong =
                catchThrowable(() -> client(Map.of("schema.registry.url", "ftp://reader:" + PASSWORD + "@host")));

        assertThat(refused).isInstanceOf(RegistryRefusedException.class).hasMessageContaining("basic.auth.user.info");
        assertThat(away).isInstanceOf(RegistryUnavailableException.class);
        assertThat(wrong).isInstanceOf(ConfigException.class);
        assertThat(List.of(refused, away, wrong))
                .allSatisfy(failure -> assertThat(everything(failure)).doesNotContain(PASSWORD, encoded()));
    }

    @Test
    void anAnswerLongerThanAnyRegistrysIsNotReadToItsEnd() {
        serve((number, exchange) -> reply(exchange, 200, "x".repeat(RegistryHttp.MAX_BODY_BYTES + 1)));

        assertThatThrownBy(() -> client(Map.of("max.retries", 0)).schema(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("longer than " + RegistryHttp.MAX_BODY_BYTES + " bytes");
    }

    @Test
    void aRegistryThatFallsSilentInTheMiddleOfItsAnswerIsGivenUp() {
        serve((number, exchange) -> {
            exchange.sendResponseHeaders(200, STRING.length());
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(finished);
        });

        assertThatThrownBy(() -> client(Map.of("max.retries", 0, "http.read.timeout.ms", 300))
                        .schema(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no answer within 300 ms");
    }

    @Test
    void theNextAddressIsTriedWhenTheFirstIsDead() {
        serve((number, exchange) -> reply(exchange, 200, STRING));

        RegistryClient client =
                client(Map.of("schema.registry.url", "http://127.0.0.1:1," + url(""), "max.retries", 0));

        assertThat(client.schema(7)).isEqualTo(Schema.create(Schema.Type.STRING));
    }

    private void serve(Script script) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization != null) {
                authorizations.add(authorization);
            }
            try (exchange) {
                script.answer(asked.size(), exchange);
            }
        });
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never finished");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RegistryClient client(Map<String, ?> special) {
        return RegistryClient.of(settings(special));
    }

    private Map<String, Object> settings(Map<String, ?> special) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "schema.registry.url", url(""), "max.retries", 3, "retries.wait.ms", 1, "retries.max.wait.ms", 2));
        settings.putAll(special);
        return settings;
    }

    private static Map<String, Object> userInfo() {
        return Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "reader:" + PASSWORD);
    }

    private String url(String userInfo) {
        return "http://" + userInfo + "127.0.0.1:" + server.getAddress().getPort();
    }

    private static String encoded() {
        return Base64.getEncoder().encodeToString(("reader:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static String everything(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n');
        }
        return text.toString();
    }
}
