package org.onrecord.local;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of the embedded broker: one node, loopback only, small. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String CLIENT_LISTENER = "CLIENT";
    private static final int MIB = 1024 * 1024;

    private BrokerSettings() {}

    static Properties of(Path directory, int port, int controllerPort) {
        String client = CLIENT_LISTENER + "://" + LoopbackPort.HOST + ":" + port;
        String controller = LoopbackPort.HOST + ":" + controllerPort;
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE_ID));
        p.setProperty("log.dirs", directory.toString());
        p.setProperty("listeners", client + "," + CONTROLLER_LISTENER + "://" + controller);
        p.setProperty("advertised.listeners", client);
        p.setProperty(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        p.setProperty("inter.broker.listener.name", CLIENT_LISTENER);
        p.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        p.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
        oneReplica(p);
        small(p);
        // A misspelt topic must fail, not come into being.
        p.setProperty("auto.create.topics.enable", "false");
        // There are few consumers here, and they start together: waiting for more only costs time.
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // A record of 16 MiB and what its batch adds.
        p.setProperty("message.max.bytes", Integer.toString(17 * MIB));
        return p;
    }

    /** Without these, offsets and transactions wait for replicas that a single broker never has. */
    private static void oneReplica(Properties p) {
        p.setProperty("default.replication.factor", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    /** A laptop's share: the defaults take 128 MiB for the cleaner and fifty partitions for each internal topic. */
    private static void small(Properties p) {
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("transaction.state.log.num.partitions", "4");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("num.recovery.threads.per.data.dir", "1");
        p.setProperty("background.threads", "2");
        p.setProperty("log.segment.bytes", Integer.toString(64 * MIB));
        p.setProperty("log.index.size.max.bytes", Integer.toString(MIB));
        p.setProperty("log.cleaner.threads", "1");
        p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 * MIB));
    }
}
