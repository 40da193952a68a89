package org.onrecord.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;
import org.onrecord.avro.Article;
import org.onrecord.avro.Claim;
import org.onrecord.avro.Fact;

/** The topics, as values: what they are called and how they are kept. */
public final class Topics {
    public static final String CLAIMS = "claims";
    public static final String FACTS = "facts";
    public static final String REJECTED = "articles.rejected";
    /** What EXTRACT reads. */
    public static final String ARTICLES = "onrecord.articles";
    /** What STATEMENT reads. */
    public static final String STATEMENTS = "onrecord.statements";
    /** What BLOCK reads. */
    public static final String BLOCKS = "onrecord.blocks";

    public static final String OUTLET_PREFIX = "articles.";
    /** Every outlet's topic, those of outlets still to come included. */
    static final Pattern OUTLET_PATTERN = Pattern.compile("articles\\.(?!rejected$).+");

    /** The internal topics, in the order of the flow. */
    public static final List<String> INTERNAL = List.of(ARTICLES, STATEMENTS, BLOCKS);

    private static final Pattern OUTLET = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final String MAX_RECORD = Integer.toString(16 << 20);
    private static final String FOR_EVER = "-1";

    private Topics() {}

    /**
     * One topic.
     *
     * @param configs the settings that it is created with
     * @param required those of them that On Record relies on; the others are its owner's to tune
     */
    public record Spec(String name, int partitions, Map<String, String> configs, Set<String> required) {
        public Spec {
            if (name.isBlank() || partitions < 1) {
                throw new IllegalArgumentException("topic '" + name + "' with " + partitions + " partitions");
            }
            configs = Map.copyOf(configs);
            required = Set.copyOf(required);
            if (!configs.keySet().containsAll(required)) {
                throw new IllegalArgumentException("topic '" + name + "' requires settings without a value");
            }
        }

        /** The same topic cut otherwise. */
        public Spec withPartitions(int count) {
            return new Spec(name, count, configs, required);
        }

        /** The same topic with a setting that it has to have. */
        public Spec requiring(String key, String value) {
            Map<String, String> with = new TreeMap<>(configs);
            with.put(key, value);
            Set<String> keys = new TreeSet<>(required);
            keys.add(key);
            return new Spec(name, partitions, with, keys);
        }
    }

    /** Whether an outlet writes to the topic; {@code articles.rejected} is not an outlet's. */
    public static boolean isOutlet(String topic) {
        return topic.startsWith(OUTLET_PREFIX)
                && !topic.equals(REJECTED)
                && OUTLET.matcher(topic.substring(OUTLET_PREFIX.length())).matches();
    }

    /**
     * The topic of an outlet.
     *
     * @param id lower case letters, digits and hyphens
     */
    public static String ofOutlet(String id) {
        String topic = OUTLET_PREFIX + id;
        if (!isOutlet(topic)) {
            throw new IllegalArgumentException("'" + id
                    + "' cannot be an outlet's id: use lower case letters, digits and hyphens, and not 'rejected'");
        }
        return topic;
    }

    /** The topics of a pipeline, those of the outlets last. */
    public static List<Spec> specs(int partitions, Collection<String> outlets) {
        List<Spec> specs = new ArrayList<>();
        specs.add(compacted(CLAIMS, partitions));
        specs.add(compacted(FACTS, partitions));
        specs.add(rejected(partitions));
        INTERNAL.forEach(name -> specs.add(internal(name, partitions)));
        outlets.forEach(id -> specs.add(outlet(id, partitions)));
        return List.copyOf(specs);
    }

    /** The topic of one outlet; its number of partitions is nobody else's concern. */
    public static Spec outlet(String id, int partitions) {
        return spec(
                ofOutlet(id),
                partitions,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, FOR_EVER,
                        TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER));
    }

    /** The schema of a public topic's values. */
    public static Schema schema(String topic) {
        if (isOutlet(topic)) {
            return Article.getClassSchema();
        }
        return switch (topic) {
            case CLAIMS -> Claim.getClassSchema();
            case FACTS -> Fact.getClassSchema();
            default -> throw new IllegalArgumentException("topic " + topic + " has no public schema");
        };
    }

    /** The outlet that a topic of articles is named after. */
    static String outletOf(String topic) {
        return topic.substring(OUTLET_PREFIX.length());
    }

    /** Whether a topic's values are public, and so have a subject in the registry. */
    public static boolean isPublic(String topic) {
        return topic.equals(CLAIMS) || topic.equals(FACTS) || isOutlet(topic);
    }

    private static Spec compacted(String name, int partitions) {
        return spec(name, partitions, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private static Spec rejected(int partitions) {
        return spec(
                        REJECTED,
                        partitions,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(Duration.ofDays(14).toMillis())))
                .requiring(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_RECORD);
    }

    private static Spec internal(String name, int partitions) {
        return spec(
                        name,
                        partitions,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.COMPRESSION_TYPE_CONFIG,
                                "producer"))
                .requiring(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER)
                .requiring(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER)
                .requiring(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_RECORD);
    }

    /** Append time everywhere: event time would let retention delete an old story unread. */
    private static Spec spec(String name, int partitions, Map<String, String> configs) {
        return new Spec(name, partitions, configs, Set.of(TopicConfig.CLEANUP_POLICY_CONFIG))
                .requiring(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }

    /** The changelog of the blocks that ever reached their cap, of the pipeline with this application id. */
    public static String cappedBlocks(String applicationId) {
        return applicationId + "-" + Names.CAPPED_STORE + "-changelog";
    }
}
