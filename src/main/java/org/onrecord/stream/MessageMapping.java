package org.onrecord.stream;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.onrecord.resolution.BlockEntry;
import org.onrecord.resolution.Insert;
import org.onrecord.resolution.StatementMessage;
import org.onrecord.resolution.StatementMessage.Answer;
import org.onrecord.resolution.StatementMessage.Ask;
import org.onrecord.resolution.StatementMessage.Found;
import org.onrecord.resolution.StatementMessage.Join;
import org.onrecord.resolution.StatementMessage.Leave;
import org.onrecord.resolution.StatementMessage.LedBy;
import org.onrecord.resolution.StatementMessage.Lost;
import org.onrecord.resolution.StatementMessage.MemberReport;
import org.onrecord.resolution.StatementMessage.Occurred;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Signature;

/** The messages between actors, between the core and Avro. */
final class MessageMapping {
    private MessageMapping() {}

    static org.onrecord.avro.internal.StatementMessage toAvro(StatementMessage message) {
        return new org.onrecord.avro.internal.StatementMessage(body(message));
    }

    private static Object body(StatementMessage message) {
        if (message instanceof Occurred m) {
            return new org.onrecord.avro.internal.Occurred(
                    StatementMapping.toAvro(m.statement()), StatementMapping.toAvro(m.report()));
        } else if (message instanceof Answer m) {
            return new org.onrecord.avro.internal.Answer(
                    m.block(),
                    m.earlier().stream().map(StatementMapping::toAvro).toList());
        } else if (message instanceof Found m) {
            return new org.onrecord.avro.internal.Found(m.block(), StatementMapping.toAvro(m.candidate()));
        } else if (message instanceof Lost m) {
            return new org.onrecord.avro.internal.Lost(m.block(), m.candidate());
        } else if (message instanceof Ask m) {
            return new org.onrecord.avro.internal.Ask(m.follower());
        } else if (message instanceof LedBy m) {
            return new org.onrecord.avro.internal.LedBy(
                    m.of(),
                    m.leader(),
                    StatementMapping.toAvro(m.sketch()),
                    m.relation().name());
        } else if (message instanceof Join m) {
            return new org.onrecord.avro.internal.Join(m.member(), StatementMapping.toAvro(m.membership()));
        } else if (message instanceof Leave m) {
            return new org.onrecord.avro.internal.Leave(m.member());
        } else if (message instanceof MemberReport m) {
            return new org.onrecord.avro.internal.MemberReport(m.member(), StatementMapping.toAvro(m.report()));
        }
        throw new IllegalArgumentException("unknown message " + message.getClass());
    }

    static StatementMessage toCore(org.onrecord.avro.internal.StatementMessage avro) {
        Object body = avro.getBody();
        if (body instanceof org.onrecord.avro.internal.Occurred m) {
            return new Occurred(StatementMapping.toCore(m.getStatement()), StatementMapping.toCore(m.getReport()));
        } else if (body instanceof org.onrecord.avro.internal.Answer m) {
            return new Answer(
                    m.getBlock(),
                    m.getEarlier().stream().map(StatementMapping::toCore).toList());
        } else if (body instanceof org.onrecord.avro.internal.Found m) {
            return new Found(m.getBlock(), StatementMapping.toCore(m.getCandidate()));
        } else if (body instanceof org.onrecord.avro.internal.Lost m) {
            return new Lost(m.getBlock(), m.getCandidate());
        } else if (body instanceof org.onrecord.avro.internal.Ask m) {
            return new Ask(m.getFollower());
        } else if (body instanceof org.onrecord.avro.internal.LedBy m) {
            return new LedBy(
                    m.getOf(),
                    m.getLeader(),
                    StatementMapping.sketch(m.getSketch()),
                    Relation.valueOf(m.getRelation()));
        } else if (body instanceof org.onrecord.avro.internal.Join m) {
            return new Join(m.getMember(), StatementMapping.toCore(m.getMembership()));
        } else if (body instanceof org.onrecord.avro.internal.Leave m) {
            return new Leave(m.getMember());
        } else if (body instanceof org.onrecord.avro.internal.MemberReport m) {
            return new MemberReport(m.getMember(), StatementMapping.toCore(m.getReport()));
        }
        throw new IllegalArgumentException("unknown message " + body.getClass());
    }

    static org.onrecord.avro.internal.Insert toAvro(Insert insert) {
        return new org.onrecord.avro.internal.Insert(
                insert.statement(),
                insert.firstSeen(),
                insert.formerFirstSeen().isPresent() ? insert.formerFirstSeen().getAsLong() : null,
                insert.window(),
                StatementMapping.toAvro(insert.sketch()));
    }

    static Insert toCore(org.onrecord.avro.internal.Insert avro) {
        Long former = avro.getFormerFirstSeen();
        return new Insert(
                avro.getStatement(),
                avro.getFirstSeen(),
                former == null ? OptionalLong.empty() : OptionalLong.of(former),
                avro.getWindow(),
                StatementMapping.sketch(avro.getSketch()));
    }

    static org.onrecord.avro.internal.BlockEntry toAvro(BlockEntry entry) {
        return new org.onrecord.avro.internal.BlockEntry(
                entry.statement(),
                entry.firstSeen(),
                entry.window(),
                ByteBuffer.wrap(entry.signature().toBytes()));
    }

    static BlockEntry toCore(org.onrecord.avro.internal.BlockEntry avro) {
        byte[] signature = new byte[avro.getSignature().remaining()];
        avro.getSignature().duplicate().get(signature);
        return new BlockEntry(
                avro.getStatement(), avro.getFirstSeen(), avro.getWindow(), Signature.fromBytes(signature));
    }
}
