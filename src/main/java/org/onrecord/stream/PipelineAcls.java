package org.onrecord.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a principal must be allowed so that {@code onrecord run} works, and no more. READ and WRITE imply DESCRIBE. A
 * broker of 2.8 or newer wants no IDEMPOTENT_WRITE on the cluster beside WRITE on a topic (KIP-679).
 */
public final class PipelineAcls {
    private static final String ANY_HOST = "*";

    private PipelineAcls() {}

    /**
     * The rights, resource by resource.
     *
     * @param principal for example {@code User:onrecord}
     * @param applicationId the pipeline's {@code application.id}
     */
    public static List<AclBinding> of(String principal, String applicationId) {
        List<AclBinding> acls = new ArrayList<>();
        String internal = applicationId + "-";
        allow(acls, principal, ResourceType.TOPIC, Topics.OUTLET_PREFIX, PatternType.PREFIXED, AclOperation.READ);
        for (String topic : List.of(Topics.REJECTED, Topics.CLAIMS, Topics.FACTS)) {
            allow(acls, principal, ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.WRITE);
        }
        // What is written and not yet committed is part of the lag.
        allow(acls, principal, ResourceType.TOPIC, Topics.FACTS, PatternType.LITERAL, AclOperation.READ);
        for (Topics.Spec topic : Topics.specs(1, List.of())) {
            // Before it starts, it looks whether topics are as it needs them.
            allow(
                    acls,
                    principal,
                    ResourceType.TOPIC,
                    topic.name(),
                    PatternType.LITERAL,
                    AclOperation.DESCRIBE_CONFIGS);
        }
        // DELETE is for the records that are done; it is the topic's right, too, and cannot be given apart.
        for (String topic : Topics.INTERNAL) {
            allow(acls, principal, ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.READ);
            allow(acls, principal, ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.WRITE);
            allow(acls, principal, ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.DELETE);
        }
        for (AclOperation operation : List.of(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE)) {
            allow(acls, principal, ResourceType.TOPIC, internal, PatternType.PREFIXED, operation);
        }
        allow(acls, principal, ResourceType.GROUP, applicationId, PatternType.LITERAL, AclOperation.READ);
        allow(acls, principal, ResourceType.TRANSACTIONAL_ID, internal, PatternType.PREFIXED, AclOperation.WRITE);
        return List.copyOf(acls);
    }

    private static void allow(
            List<AclBinding> acls,
            String principal,
            ResourceType type,
            String name,
            PatternType pattern,
            AclOperation operation) {
        acls.add(new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW)));
    }
}
