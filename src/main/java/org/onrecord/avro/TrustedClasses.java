package org.onrecord.avro;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro that the generated classes may be loaded (AVRO-4189). Avro reads its system property
 * once, when its class is first used, which a library cannot be sure to come before; so the
 * predicate is extended instead, and whatever the application trusts stays trusted.
 */
public final class TrustedClasses {
    private static final String OURS = "org.onrecord.";

    static {
        ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(before, TrustedClasses::isOurs));
    }

    private TrustedClasses() {}

    /** Takes effect once a JVM; calling it again does nothing. */
    public static void install() {
        // The work is done by the static initialiser, which the JVM runs exactly once.
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }
}
