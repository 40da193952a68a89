package org.onrecord.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.errors.LockException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.onrecord.stream.registry.RegistryRefusedException;
import org.onrecord.stream.registry.RegistryUnavailableException;

/**
 * What a failure comes from and what to do about it.
 *
 * @param passes whether it is over by itself when whoever is away comes back
 * @param message one line that names the thing and the remedy
 */
public record Diagnosis(FailureCause cause, boolean passes, String message) {
    /** Of something that went wrong, whatever wraps it. */
    public static Diagnosis of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return access(causes)
                .or(() -> topics(causes))
                .or(() -> state(causes))
                .or(() -> registry(causes))
                .or(() -> broker(causes))
                .orElseGet(() -> rest(failure, causes));
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static Optional<Diagnosis> access(List<Throwable> causes) {
        return first(causes, cause -> cause instanceof AuthenticationException)
                .map(cause -> lasting(
                        FailureCause.ACCESS_DENIED,
                        "Kafka does not accept the credentials (" + words(cause)
                                + "); check sasl.jaas.config, sasl.mechanism, security.protocol and ssl.* in"
                                + " --command-config"))
                .or(() -> first(causes, cause -> cause instanceof AuthorizationException)
                        .map(cause -> lasting(FailureCause.ACCESS_DENIED, missingRight(cause))));
    }

    private static String missingRight(Throwable denied) {
        String what = "something";
        String option = "…";
        if (denied instanceof TopicAuthorizationException topics
                && !topics.unauthorizedTopics().isEmpty()) {
            what = topics.unauthorizedTopics().stream().sorted().collect(Collectors.joining(", ", "topic ", ""));
            option = topics.unauthorizedTopics().stream()
                    .sorted()
                    .map(topic -> "--topic " + topic)
                    .collect(Collectors.joining(" "));
        } else if (denied instanceof GroupAuthorizationException group && group.groupId() != null) {
            what = "group " + group.groupId();
            option = "--group " + group.groupId();
        } else if (denied instanceof TransactionalIdAuthorizationException) {
            what = "its transactional ids";
            option = "--transactional-id onrecord --resource-pattern-type prefixed";
        }
        return "Kafka's access control does not let this user use " + what + " (" + words(denied)
                + "); grant it with `kafka-acls.sh --add --allow-principal User:… --operation … " + option + "`";
    }

    private static Optional<Diagnosis> topics(List<Throwable> causes) {
        Optional<Throwable> missing = first(
                causes,
                cause -> cause instanceof MissingSourceTopicException
                        || cause instanceof UnknownTopicOrPartitionException);
        if (missing.isPresent()) {
            return missing.map(cause -> lasting(
                    FailureCause.TOPIC_WRONG,
                    "a topic is missing (" + words(cause) + "); run `onrecord topics` against the same broker"));
        }
        Optional<Throwable> wrong = first(causes, cause -> cause instanceof WrongTopicsException);
        if (wrong.isPresent()) {
            return wrong.map(cause -> lasting(FailureCause.TOPIC_WRONG, words(cause)));
        }
        return first(
                        causes,
                        cause -> cause instanceof StreamsException
                                && words(cause).contains("invalid partitions"))
                .map(cause -> lasting(
                        FailureCause.TOPIC_WRONG,
                        "a topic has another number of partitions than the state kept for it (" + words(cause)
                                + "); give it back the number it had, or reset the application and process again"));
    }

    private static Optional<Diagnosis> state(List<Throwable> causes) {
        boolean full = causes.stream().anyMatch(cause -> isFull(words(cause)));
        boolean ours = causes.stream()
                .anyMatch(cause -> cause instanceof ProcessorStateException
                        || cause instanceof LockException
                        || words(cause).contains("same state directory"));
        if (full && !causes.stream().anyMatch(cause -> cause instanceof KafkaStorageException)) {
            return Optional.of(lasting(
                    FailureCause.STATE_STORAGE,
                    "the volume of --state-dir is full (" + words(causes.get(causes.size() - 1))
                            + "); give it more room: what is committed is restored at the next start"));
        }
        if (!ours || Transience.isTransient(causes.get(0))) {
            return Optional.empty();
        }
        return Optional.of(lasting(
                FailureCause.STATE_STORAGE,
                "state cannot be kept in --state-dir (" + words(causes.get(causes.size() - 1))
                        + "); check that it can be written, that no other process uses it, and that its disk is sound."
                        + " It may be deleted while nothing runs: it is restored from Kafka"));
    }

    private static boolean isFull(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("disk quota exceeded");
    }

    private static Optional<Diagnosis> registry(List<Throwable> causes) {
        return first(causes, cause -> cause instanceof RegistryUnavailableException)
                .map(cause -> new Diagnosis(FailureCause.REGISTRY_UNAVAILABLE, true, words(cause)))
                .or(() -> first(causes, cause -> cause instanceof RegistryRefusedException)
                        .map(cause -> lasting(FailureCause.REGISTRY_REFUSED, words(cause))));
    }

    private static Optional<Diagnosis> broker(List<Throwable> causes) {
        Optional<Throwable> storage = first(
                causes, cause -> cause instanceof KafkaStorageException || cause instanceof NotEnoughReplicasException);
        if (storage.isPresent()) {
            return storage.map(cause -> new Diagnosis(
                    FailureCause.BROKER_STORAGE,
                    true,
                    "a broker cannot write (" + words(cause)
                            + "); check its disks and which replicas are in sync: writing goes on when it can"));
        }
        // The name of a broker that is still to be started may be unknown, too.
        boolean unresolved = causes.stream()
                .anyMatch(cause ->
                        cause instanceof ConfigException && words(cause).contains("No resolvable bootstrap"));
        if (!unresolved && !Transience.isTransient(causes.get(0))) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                FailureCause.BROKER_UNAVAILABLE,
                true,
                "Kafka does not answer (" + Transience.describe(causes.get(0))
                        + "); check that it runs and that --bootstrap-server is right"));
    }

    private static Diagnosis rest(Throwable failure, List<Throwable> causes) {
        String deepest = words(causes.get(causes.size() - 1));
        Optional<Throwable> where = first(
                causes,
                cause -> cause instanceof StreamsException && words(cause).contains("offset="));
        if (where.isPresent()) {
            return lasting(
                    FailureCause.RECORD,
                    "a record could not be processed: " + place(words(where.get())) + deepest
                            + "; see the stack trace, and report it with the record");
        }
        return lasting(
                FailureCause.OTHER,
                failure == causes.get(causes.size() - 1) ? deepest : words(failure) + ": " + deepest);
    }

    /** Of Kafka Streams' "Exception caught in process. taskId=…, topic=…, …, stacktrace=…", what says where. */
    private static String place(String words) {
        int from = words.indexOf("taskId=");
        int to = words.indexOf("stacktrace=");
        return from < 0
                ? ""
                : words.substring(from, to < from ? words.length() : to).strip() + " ";
    }

    private static Diagnosis lasting(FailureCause cause, String message) {
        return new Diagnosis(cause, false, message);
    }

    private static Optional<Throwable> first(List<Throwable> causes, Predicate<Throwable> is) {
        return causes.stream().filter(is).findFirst();
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}
