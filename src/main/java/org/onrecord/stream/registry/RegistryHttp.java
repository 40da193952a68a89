package org.onrecord.stream.registry;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Exchanges with whichever registry answers: each round tries every address, beginning with the one
 * that answered last; rounds are repeated with back-off and jitter while all of them fail on the
 * network, with a 5xx or with 429. Safe for use by several threads.
 */
final class RegistryHttp {
    static final int MAX_BODY_BYTES = 4 << 20;
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final RegistryConfig config;
    private final HttpClient client;
    private final RetryPolicy<Answer> policy;
    private volatile int preferred;

    RegistryHttp(RegistryConfig config) {
        this.config = config;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.connectTimeout());
        TlsContext.of(config.tls()).ifPresent(builder::sslContext);
        this.client = builder.build();
        this.policy = policy(config);
    }

    private static RetryPolicy<Answer> policy(RegistryConfig config) {
        var builder = RetryPolicy.<Answer>builder()
                .handle(IOException.class)
                .withMaxRetries(config.retries())
                .withJitter(0.25);
        if (config.maxBackoff().compareTo(config.backoff()) > 0) {
            builder.withBackoff(config.backoff(), config.maxBackoff());
        } else {
            builder.withDelay(config.backoff());
        }
        return builder.build();
    }

    /**
     * Sends a request and returns the first answer that is not the registry's inability.
     *
     * @param path below the base address, percent-encoded, with a leading slash
     * @param json the body, or null for none
     * @param purpose completes "the registry could not be asked to …"
     */
    Answer exchange(String method, String path, String json, String purpose) {
        CheckedSupplier<Answer> round = () -> round(method, path, json);
        try {
            return Failsafe.with(policy).get(round);
        } catch (FailsafeException failed) {
            if (failed.getCause() instanceof InterruptedException interrupted) {
                throw new InterruptException("interrupted while asking the registry to " + purpose, interrupted);
            }
            throw new RegistryUnavailableException(
                    "the schema registry at " + addresses() + " could not be asked to " + purpose + " ("
                            + reason(failed.getCause()) + "); check that it runs and that " + RegistryConfig.URL
                            + " is right",
                    failed.getCause());
        }
    }

    List<URI> addresses() {
        return config.urls();
    }

    private Answer round(String method, String path, String json) throws IOException, InterruptedException {
        List<URI> urls = config.urls();
        int first = preferred;
        IOException last = null;
        for (int i = 0; i < urls.size(); i++) {
            int index = (first + i) % urls.size();
            try {
                Answer answer = send(request(urls.get(index), method, path, json));
                preferred = index;
                return answer;
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw last == null ? new IOException("no address") : last;
    }

    private HttpRequest request(URI base, String method, String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", MEDIA_TYPE + ", application/json")
                .timeout(config.requestTimeout())
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        config.authorization().map(Password::value).ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    /** The client's own timeout ends when the headers are in; this one covers the body too. */
    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> future =
                client.sendAsync(request, info -> new BoundedBody(MAX_BODY_BYTES));
        Duration timeout = config.requestTimeout();
        try {
            HttpResponse<byte[]> response = future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            int status = response.statusCode();
            if (status >= 500 || status == 429) {
                throw new IOException("it answered " + status);
            }
            return new Answer(status, response.body());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("no answer within " + timeout.toMillis() + " ms", late);
        } finally {
            // Does nothing to an exchange that is complete; aborts one that was given up.
            future.cancel(true);
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : message;
    }

    /** What came back: never a 5xx or 429. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Answer(int status, byte[] body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }
}
