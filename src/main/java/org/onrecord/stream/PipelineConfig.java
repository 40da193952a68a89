package org.onrecord.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/**
 * What an operator can set beside Kafka's own settings.
 *
 * @param horizon the length of a match window: statements further apart than two windows never share a fact
 * @param grace how late an article may be, beyond two windows, before it is refused
 * @param stateRetention how long after its last event an article may be revised, and what is kept of it and of its
 *     statements is needed; at least two windows and the grace
 * @param blockCap how many entries of a block are looked at, before a newcomer and after it, at most
 * @param articleMaxBytes the size cap on an article's record
 * @param outlets a file of outlets beside those that are shipped
 * @param factsExpire whether a fact goes when the state behind it is forgotten
 * @param valueSerde class name of the serde for public values
 */
public record PipelineConfig(
        Duration horizon,
        Duration grace,
        Duration stateRetention,
        int blockCap,
        int articleMaxBytes,
        Optional<Path> outlets,
        boolean factsExpire,
        String valueSerde) {
    public static final String HORIZON = "onrecord.match.horizon.ms";
    public static final String GRACE = "onrecord.match.grace.ms";
    public static final String STATE_RETENTION = "onrecord.state.retention.ms";
    public static final String BLOCK_CAP = "onrecord.block.cap";
    public static final String ARTICLE_MAX_BYTES = "onrecord.article.max.bytes";
    public static final String OUTLETS = "onrecord.outlets.file";
    public static final String FACTS_EXPIRE = "onrecord.facts.expire";
    public static final String VALUE_SERDE = "onrecord.value.serde.class";

    /** Every setting with its type, default, range and documentation. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    HORIZON,
                    ConfigDef.Type.LONG,
                    Duration.ofDays(14).toMillis(),
                    Range.atLeast(60_000),
                    Importance.HIGH,
                    "Length of a match window in milliseconds. Statements whose windows differ by more than one never"
                            + " share a fact. Changing it needs reprocessing.")
            .define(
                    GRACE,
                    ConfigDef.Type.LONG,
                    Duration.ofDays(7).toMillis(),
                    Range.atLeast(0),
                    Importance.HIGH,
                    "How far behind an article may be beyond two windows, in milliseconds, before it is rejected as"
                            + " TOO_LATE.")
            .define(
                    STATE_RETENTION,
                    ConfigDef.Type.LONG,
                    null,
                    Importance.MEDIUM,
                    "How long after an article's last event a revision of it is still taken, in milliseconds of event"
                            + " time; a later one is rejected as EXPIRED, and the facts stay as they stood. By default,"
                            + " and at least, two windows and the grace.")
            .define(
                    BLOCK_CAP,
                    ConfigDef.Type.INT,
                    4096,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "How many entries of a block are looked at for a new statement at most, before it and after it: the"
                            + " nearest in time. It is compared with the closest of them only.")
            .define(
                    ARTICLE_MAX_BYTES,
                    ConfigDef.Type.INT,
                    1 << 20,
                    Range.between(1, 4 << 20),
                    Importance.MEDIUM,
                    "Size in bytes over which an article's record is rejected as TOO_LARGE.")
            .define(
                    OUTLETS,
                    ConfigDef.Type.STRING,
                    null,
                    Importance.LOW,
                    "A file of outlets and agencies beside those that are shipped, in the form of outlets.tsv: id, name,"
                            + " aliases and publisher family. Changing it needs reprocessing.")
            .define(
                    FACTS_EXPIRE,
                    ConfigDef.Type.BOOLEAN,
                    false,
                    Importance.MEDIUM,
                    "Whether a fact is withdrawn, by a null under its key, when the state behind it is forgotten: no"
                            + " sooner than " + STATE_RETENTION
                            + " after the last event of any article that carries it."
                            + " By default it stays as it last stood.")
            .define(
                    VALUE_SERDE,
                    ConfigDef.Type.STRING,
                    "org.onrecord.stream.registry.AvroSerde",
                    Importance.LOW,
                    "Serde class for articles, claims and facts in the Confluent wire format, for example"
                            + " io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde.");

    public PipelineConfig {
        if (horizon.isNegative() || horizon.isZero() || grace.isNegative()) {
            throw new ConfigException(
                    "the horizon must be positive and the grace not negative, not " + horizon + " and " + grace);
        }
        if (stateRetention.compareTo(leastRetention(horizon, grace)) < 0) {
            throw new ConfigException(STATE_RETENTION + " must be at least two windows and the grace, "
                    + leastRetention(horizon, grace).toMillis() + ", not " + stateRetention.toMillis());
        }
        if (blockCap < 1 || articleMaxBytes < 1) {
            throw new ConfigException("caps must be positive, not " + blockCap + " and " + articleMaxBytes);
        }
    }

    /** The settings in {@code properties}; what is not there has its default. */
    public static PipelineConfig of(Map<String, ?> properties) {
        AbstractConfig config = new AbstractConfig(DEFINITION, properties, false);
        Duration horizon = Duration.ofMillis(config.getLong(HORIZON));
        Duration grace = Duration.ofMillis(config.getLong(GRACE));
        Long retention = config.getLong(STATE_RETENTION);
        return new PipelineConfig(
                horizon,
                grace,
                retention == null ? leastRetention(horizon, grace) : Duration.ofMillis(retention),
                config.getInt(BLOCK_CAP),
                config.getInt(ARTICLE_MAX_BYTES),
                Optional.ofNullable(config.getString(OUTLETS)).map(Path::of),
                config.getBoolean(FACTS_EXPIRE),
                config.getString(VALUE_SERDE));
    }

    /** A state that went sooner would be missed by articles that are late, but not too late. */
    private static Duration leastRetention(Duration horizon, Duration grace) {
        return horizon.multipliedBy(2).plus(grace);
    }
}
