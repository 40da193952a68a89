package org.onrecord.stream.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Where the registry is and how to reach it. The keys are those of Confluent's serdes, so that one
 * properties file serves both.
 *
 * @param urls base addresses without credentials and trailing slash; the first that answers is used
 * @param authorization the value of the Authorization header; never shown
 * @param connectTimeout for one connection
 * @param requestTimeout for one whole exchange, the body included
 * @param retries further rounds over all addresses after the first
 * @param backoff before the first further round; doubles up to {@code maxBackoff}
 * @param autoRegister whether a serializer may register a schema that its subject lacks
 */
record RegistryConfig(
        List<URI> urls,
        Optional<Password> authorization,
        Tls tls,
        Duration connectTimeout,
        Duration requestTimeout,
        int retries,
        Duration backoff,
        Duration maxBackoff,
        boolean autoRegister) {

    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    static final String USER_INFO = "basic.auth.user.info";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String MAX_RETRIES = "max.retries";
    static final String BACKOFF = "retries.wait.ms";
    static final String MAX_BACKOFF = "retries.max.wait.ms";
    static final String SSL = "schema.registry.ssl.";

    private static final ConfigDef KEYS = new ConfigDef()
            .define(URL, ConfigDef.Type.LIST, Importance.HIGH, "Base addresses of the registry, comma-separated.")
            .define(
                    AUTO_REGISTER,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.MEDIUM,
                    "Register schemas that a subject lacks.")
            .define(CREDENTIALS_SOURCE, ConfigDef.Type.STRING, "URL", Importance.MEDIUM, "URL or USER_INFO.")
            .define(USER_INFO, ConfigDef.Type.PASSWORD, null, Importance.MEDIUM, "user:password, with USER_INFO.")
            .define(CONNECT_TIMEOUT, ConfigDef.Type.INT, 3_000, Range.atLeast(1), Importance.LOW, "For one connection.")
            .define(READ_TIMEOUT, ConfigDef.Type.INT, 10_000, Range.atLeast(1), Importance.LOW, "For one exchange.")
            .define(MAX_RETRIES, ConfigDef.Type.INT, 5, Range.between(0, 1_000), Importance.LOW, "Further rounds.")
            .define(
                    BACKOFF,
                    ConfigDef.Type.LONG,
                    200L,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Before the first further round.")
            .define(MAX_BACKOFF, ConfigDef.Type.LONG, 5_000L, Range.atLeast(1), Importance.LOW, "The longest wait.")
            .define(
                    SSL + "truststore.location",
                    ConfigDef.Type.STRING,
                    null,
                    Importance.MEDIUM,
                    "Certificates to trust.")
            .define(SSL + "truststore.password", ConfigDef.Type.PASSWORD, null, Importance.MEDIUM, "Its password.")
            .define(SSL + "truststore.type", ConfigDef.Type.STRING, "PKCS12", Importance.LOW, "PKCS12 or JKS.")
            .define(
                    SSL + "keystore.location",
                    ConfigDef.Type.STRING,
                    null,
                    Importance.MEDIUM,
                    "The client's certificate.")
            .define(SSL + "keystore.password", ConfigDef.Type.PASSWORD, null, Importance.MEDIUM, "Its password.")
            .define(SSL + "keystore.type", ConfigDef.Type.STRING, "PKCS12", Importance.LOW, "PKCS12 or JKS.")
            .define(
                    SSL + "key.password",
                    ConfigDef.Type.PASSWORD,
                    null,
                    Importance.LOW,
                    "The key's own password, if any.");

    RegistryConfig {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new ConfigException(URL + " names no address; give the registry's base address");
        }
        if (maxBackoff.compareTo(backoff) < 0) {
            maxBackoff = backoff;
        }
    }

    static ConfigDef definition() {
        return new ConfigDef(KEYS);
    }

    static RegistryConfig from(Map<String, ?> configs) {
        Map<String, Object> values = KEYS.parse(configs);
        List<URI> given =
                strings(values.get(URL)).stream().map(RegistryConfig::address).toList();
        return new RegistryConfig(
                given.stream().map(RegistryConfig::withoutUserInfo).toList(),
                authorization(values, given),
                Tls.from(values),
                Duration.ofMillis((Integer) values.get(CONNECT_TIMEOUT)),
                Duration.ofMillis((Integer) values.get(READ_TIMEOUT)),
                (Integer) values.get(MAX_RETRIES),
                Duration.ofMillis((Long) values.get(BACKOFF)),
                Duration.ofMillis((Long) values.get(MAX_BACKOFF)),
                (Boolean) values.get(AUTO_REGISTER));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    private static URI address(String text) {
        String trimmed = text.strip();
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        URI uri;
        try {
            uri = URI.create(trimmed);
        } catch (IllegalArgumentException notAnAddress) {
            // The text may carry a password: do not repeat it.
            throw new ConfigException(URL + " has an entry that is not an address (http://host:port/path)");
        }
        if (uri.getHost() == null
                || uri.getScheme() == null
                || !List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new ConfigException(URL + " has an entry that is not an http or https address with a host");
        }
        return uri;
    }

    private static URI withoutUserInfo(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create(uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath());
    }

    private static Optional<Password> authorization(Map<String, Object> values, List<URI> urls) {
        String source = (String) values.get(CREDENTIALS_SOURCE);
        return switch (source.toUpperCase(Locale.ROOT)) {
            case "URL" ->
                urls.stream()
                        .map(URI::getUserInfo)
                        .filter(info -> info != null)
                        .findFirst()
                        .map(RegistryConfig::basic);
            case "USER_INFO" -> {
                Password info = (Password) values.get(USER_INFO);
                if (info == null || !info.value().contains(":")) {
                    throw new ConfigException(
                            USER_INFO + " must be user:password when " + CREDENTIALS_SOURCE + " is " + source);
                }
                yield Optional.of(basic(info.value()));
            }
            default -> throw new ConfigException(CREDENTIALS_SOURCE + " must be URL or USER_INFO, not " + source);
        };
    }

    private static Password basic(String userInfo) {
        return new Password("Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8)));
    }

    /** Key stores for https; both optional. */
    record Tls(Optional<Store> trust, Optional<Store> identity, Optional<Password> keyPassword) {
        static Tls from(Map<String, Object> values) {
            return new Tls(
                    Store.from(values, SSL + "truststore."),
                    Store.from(values, SSL + "keystore."),
                    Optional.ofNullable((Password) values.get(SSL + "key.password")));
        }
    }

    /** One key store file. */
    record Store(String location, Optional<Password> password, String type) {
        static Optional<Store> from(Map<String, Object> values, String prefix) {
            return Optional.ofNullable((String) values.get(prefix + "location"))
                    .filter(location -> !location.isBlank())
                    .map(location -> new Store(
                            location, Optional.ofNullable((Password) values.get(prefix + "password")), (String)
                                    values.get(prefix + "type")));
        }
    }
}
