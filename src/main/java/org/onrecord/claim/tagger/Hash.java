package org.onrecord.claim.tagger;

/** Names of features as 32-bit hashes; a few in a million collide, which training puts up with. */
final class Hash {
    private Hash() {}

    /** FNV-1a, folded. */
    static int of(String text) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }

    /** Mixes two hashes; the order matters. */
    static int of(int a, int b) {
        int hash = (a * 0x9E3779B1) ^ (b + 0x7F4A7C15);
        hash = (hash ^ (hash >>> 15)) * 0x85EBCA77;
        return hash ^ (hash >>> 13);
    }

    static int of(int a, int b, int c) {
        return of(of(a, b), c);
    }
}
