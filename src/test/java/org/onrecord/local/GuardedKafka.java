package org.onrecord.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/** A broker with a second listener, on which everybody has to give a name and has rights only where they were granted. */
public final class GuardedKafka implements AutoCloseable {
    /** The principal of {@link #asDesk}. */
    public static final String PRINCIPAL = "User:desk";

    private final int guardedPort = LoopbackPort.claim(0);
    private final EmbeddedKafka kafka;

    private GuardedKafka(Path directory) {
        kafka = EmbeddedKafka.start(directory, 0, this::guard);
    }

    public static GuardedKafka start(Path directory) {
        return new GuardedKafka(directory);
    }

    private void guard(Properties settings) {
        String address = "GUARDED://" + LoopbackPort.HOST + ":" + guardedPort;
        settings.merge("listeners", address, (all, more) -> all + "," + more);
        settings.merge("advertised.listeners", address, (all, more) -> all + "," + more);
        settings.merge("listener.security.protocol.map", "GUARDED:SASL_PLAINTEXT", (all, more) -> all + "," + more);
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("listener.name.guarded.plain.sasl.jaas.config", jaas("user_desk=\"ink\""));
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        settings.put("super.users", "User:ANONYMOUS");
    }

    private static String jaas(String options) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required " + options + ";";
    }

    /** The broker; on its first listener a client gives no name and may do all. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** What a client needs that gives the right password. */
    public Map<String, Object> asDesk() {
        return asDesk("ink");
    }

    /** What a client gives that has a password, right or wrong. */
    public Map<String, Object> asDesk(String password) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", LoopbackPort.HOST + ":" + guardedPort);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", jaas("username=\"desk\" password=\"" + password + "\""));
        return settings;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
