package org.onrecord.serve;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.onrecord.stream.Endurance;

/**
 * What an operator can set about watching and stopping a pipeline.
 *
 * @param host the address that the operations port is bound to
 * @param port 0 for any that is free
 * @param lagInterval how often lag is read
 * @param unreadyAfter how long a rebalance may take, and a broker be away, before the pipeline is not ready
 * @param endurance how many failures are borne, and how long a stop may take
 */
public record OperationsConfig(
        String host, int port, Duration lagInterval, Duration unreadyAfter, Endurance endurance) {
    public static final String HOST = "onrecord.operations.host";
    public static final String PORT = "onrecord.operations.port";
    public static final String LAG_INTERVAL = "onrecord.lag.interval.ms";
    public static final String UNREADY_AFTER = "onrecord.unready.after.ms";
    public static final String FAILURES = "onrecord.failures.max";
    public static final String FAILURE_WINDOW = "onrecord.failures.window.ms";
    public static final String STOP_WITHIN = "onrecord.stop.timeout.ms";

    /** Every setting with its type, default, range and documentation. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    HOST,
                    ConfigDef.Type.STRING,
                    "127.0.0.1",
                    new ConfigDef.NonEmptyString(),
                    Importance.HIGH,
                    "Address that the operations port is bound to. Nobody is asked for a password there: bind it to"
                            + " other than loopback only where the network keeps strangers out, as in a container.")
            .define(
                    PORT,
                    ConfigDef.Type.INT,
                    9404,
                    Range.between(0, 65_535),
                    Importance.HIGH,
                    "Port of metrics, health, lag and the status page; 0 takes any that is free.")
            .define(
                    LAG_INTERVAL,
                    ConfigDef.Type.LONG,
                    5_000L,
                    Range.atLeast(500),
                    Importance.LOW,
                    "How often lag is read from the broker, in milliseconds.")
            .define(
                    UNREADY_AFTER,
                    ConfigDef.Type.LONG,
                    60_000L,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "How long, in milliseconds, a rebalance may take, or the broker be away, before /readyz says no.")
            .define(
                    FAILURES,
                    ConfigDef.Type.INT,
                    Endurance.STANDARD.failures(),
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "How many stream threads that failed are replaced within the window of failures; one more stops the"
                            + " process. A broker or registry that is away does not count: it is waited for.")
            .define(
                    FAILURE_WINDOW,
                    ConfigDef.Type.LONG,
                    Endurance.STANDARD.window().toMillis(),
                    Range.atLeast(0),
                    Importance.LOW,
                    "The window of failures in milliseconds.")
            .define(
                    STOP_WITHIN,
                    ConfigDef.Type.LONG,
                    Endurance.STANDARD.stopWithin().toMillis(),
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "How long, in milliseconds, a stop may take before the process ends anyway; what it had not"
                            + " committed is done again at the next start.");

    /** The settings in {@code properties}; what is not there has its default. */
    public static OperationsConfig of(Map<String, ?> properties) {
        AbstractConfig config = new AbstractConfig(DEFINITION, properties, false);
        return new OperationsConfig(
                config.getString(HOST),
                config.getInt(PORT),
                Duration.ofMillis(config.getLong(LAG_INTERVAL)),
                Duration.ofMillis(config.getLong(UNREADY_AFTER)),
                new Endurance(
                        config.getInt(FAILURES),
                        Duration.ofMillis(config.getLong(FAILURE_WINDOW)),
                        Duration.ofMillis(config.getLong(STOP_WITHIN))));
    }
}
