package org.onrecord.stream.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.config.ConfigDef;
import org.onrecord.stream.registry.RegistryHttp.Answer;

/**
 * The part of the Confluent registry's REST contract that On Record needs; Confluent, Apicurio
 * ({@code /apis/ccompat/v7}), Karapace and Redpanda speak it. Schemas are cached for ever, because
 * an id never changes its meaning; that an id is unknown is remembered for a few seconds only. Safe
 * for use by several threads.
 *
 * <p>Every call throws {@link RegistryUnavailableException} when nobody answers, {@link
 * UnknownSchemaException} when the registry does not know what it is asked for, and {@link
 * RegistryRefusedException} when it answers anything else that is not a yes.
 */
public final class RegistryClient {
    private static final Duration FORGET_UNKNOWN_AFTER = Duration.ofSeconds(5);
    /** A registry has tens of schemas; whoever sends thousands of ids must not fill the heap. */
    private static final int MAX_CACHED = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryHttp http;
    private final boolean autoRegister;
    private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
    private final Map<Integer, Long> unknownSince = new ConcurrentHashMap<>();
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();

    private RegistryClient(RegistryConfig config) {
        this.http = new RegistryHttp(config);
        this.autoRegister = config.autoRegister();
    }

    /** The settings that a client takes, with their documentation. */
    public static ConfigDef settings() {
        return RegistryConfig.definition();
    }

    /** A client configured by the keys of Confluent's serdes, {@code schema.registry.url} first; others are ignored. */
    public static RegistryClient of(Map<String, ?> configs) {
        return new RegistryClient(RegistryConfig.from(configs));
    }

    /** The Avro schema with an id. */
    public Schema schema(int id) {
        Schema cached = byId.get(id);
        if (cached != null) {
            return cached;
        }
        Long since = unknownSince.get(id);
        if (since != null && System.nanoTime() - since < FORGET_UNKNOWN_AFTER.toNanos()) {
            throw unknownId(id);
        }
        Answer answer = http.exchange("GET", "/schemas/ids/" + id, null, "give the schema of id " + id);
        if (isUnknown(answer)) {
            remember(unknownSince, id, System.nanoTime());
            throw unknownId(id);
        }
        Schema schema = parse(json(answer, "give the schema of id " + id), id);
        unknownSince.remove(id);
        remember(byId, id, schema);
        return schema;
    }

    /**
     * The id under which a subject has a schema. Where {@code auto.register.schemas} allows it, a
     * schema that the subject lacks is registered.
     */
    public int id(String subject, Schema schema) {
        return autoRegister ? register(subject, schema) : lookUp(subject, schema);
    }

    /** Registers a schema under a subject, if it is not there yet, and returns its id. */
    public int register(String subject, Schema schema) {
        return id(subject, schema, "/subjects/" + encode(subject) + "/versions", "register a schema for " + subject);
    }

    /** Whether a subject has a schema; registers nothing. */
    public boolean has(String subject, Schema schema) {
        try {
            lookUp(subject, schema);
            return true;
        } catch (UnknownSchemaException unknown) {
            return false;
        }
    }

    private int lookUp(String subject, Schema schema) {
        return id(subject, schema, "/subjects/" + encode(subject), "find the schema of " + subject);
    }

    private int id(String subject, Schema schema, String path, String purpose) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer cached = ids.get(key);
        if (cached != null) {
            return cached;
        }
        ObjectNode body = JSON.createObjectNode().put("schema", PublicSchema.json(schema));
        Answer answer = http.exchange("POST", path, body.toString(), purpose);
        if (isUnknown(answer)) {
            throw new UnknownSchemaException("the registry has no schema " + schema.getFullName() + " under subject "
                    + subject + " and auto.register.schemas is false; register it, for example with `onrecord topics`");
        }
        JsonNode id = json(answer, purpose).path("id");
        if (!id.canConvertToInt()) {
            throw notARegistry(answer, purpose);
        }
        remember(ids, key, id.intValue());
        return id.intValue();
    }

    /** The compatibility level set on a subject itself; empty when it has none of its own. */
    public Optional<String> compatibility(String subject) {
        String purpose = "give the compatibility of " + subject;
        Answer answer = http.exchange("GET", "/config/" + encode(subject), null, purpose);
        if (isUnknown(answer)) {
            return Optional.empty();
        }
        JsonNode level = json(answer, purpose).path("compatibilityLevel");
        return level.isTextual() ? Optional.of(level.textValue()) : Optional.empty();
    }

    /** Sets a subject's compatibility level, for example {@code BACKWARD_TRANSITIVE}. */
    public void setCompatibility(String subject, String level) {
        String purpose = "set the compatibility of " + subject;
        ObjectNode body = JSON.createObjectNode().put("compatibility", level);
        Answer answer = http.exchange("PUT", "/config/" + encode(subject), body.toString(), purpose);
        if (isUnknown(answer)) {
            throw new UnknownSchemaException("the registry has no subject " + subject + " to configure");
        }
        json(answer, purpose);
    }

    /**
     * Whether the registry itself says that it has no such thing. A 404 without its error code comes
     * from something else at a wrong address, and must not make every record look unreadable.
     */
    private static boolean isUnknown(Answer answer) {
        if (answer.status() != 404) {
            return false;
        }
        try {
            int code = JSON.readTree(answer.body()).path("error_code").asInt();
            return code >= 40_400 && code <= 40_499;
        } catch (IOException notJson) {
            return false;
        }
    }

    private JsonNode json(Answer answer, String purpose) {
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw notARegistry(answer, purpose);
        }
        if (answer.ok() && body.isObject()) {
            return body;
        }
        if (answer.status() == 401 || answer.status() == 403) {
            throw new RegistryRefusedException(
                    "the schema registry refused to " + purpose + " (" + answer.status() + "); check "
                            + RegistryConfig.CREDENTIALS_SOURCE + " and " + RegistryConfig.USER_INFO,
                    answer.status());
        }
        if (!body.path("message").isTextual()) {
            throw notARegistry(answer, purpose);
        }
        throw new RegistryRefusedException(
                "the schema registry refused to " + purpose + " (" + answer.status() + "): "
                        + abbreviate(body.path("message").textValue()),
                answer.status());
    }

    private RegistryRefusedException notARegistry(Answer answer, String purpose) {
        String remedy = answer.status() == 401 || answer.status() == 403
                ? "check " + RegistryConfig.CREDENTIALS_SOURCE + " and " + RegistryConfig.USER_INFO
                : "check " + RegistryConfig.URL + ", path included (Apicurio's ends in /apis/ccompat/v7)";
        return new RegistryRefusedException(
                "asked to " + purpose + ", " + http.addresses() + " answered " + answer.status()
                        + ", not as a schema registry does; " + remedy,
                answer.status());
    }

    private static Schema parse(JsonNode body, int id) {
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnreadableRecordException("schema id " + id + " is a schema of type " + type + ", not AVRO");
        }
        try {
            // Writers in other languages get defaults wrong that nobody reads: be lenient there.
            return new Schema.Parser()
                    .setValidateDefaults(false)
                    .parse(body.path("schema").asText());
        } catch (SchemaParseException | StackOverflowError e) {
            throw new UnreadableRecordException("schema id " + id + " is not a schema that Avro can read", e);
        }
    }

    private static UnknownSchemaException unknownId(int id) {
        return new UnknownSchemaException("the registry has no schema with id " + id);
    }

    private static <K, V> void remember(Map<K, V> cache, K key, V value) {
        if (cache.size() >= MAX_CACHED) {
            cache.clear();
        }
        cache.put(key, value);
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String abbreviate(String message) {
        return message.length() <= 500 ? message : message.substring(0, 500) + "…";
    }

    /** What an id is cached by. */
    private record SubjectSchema(String subject, Schema schema) {}
}
