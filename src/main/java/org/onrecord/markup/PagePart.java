package org.onrecord.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** A style sheet or script that a page carries within it. */
record PagePart(String text) {
    /** Reads one that lies beside this class on the class path. */
    static PagePart load(String name) {
        try (InputStream in = PagePart.class.getResourceAsStream(name)) {
            return new PagePart(new String(
                    Objects.requireNonNull(in, name + " is missing").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a content security policy allows it by (Content Security Policy Level 3, 2.3.1). */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
