#!/bin/sh
# slim.sh FOLDER: takes native libraries for other systems than Linux with glibc out of the jars in FOLDER. Needs a JDK.
set -eu

folder=$(CDPATH='' cd -P "$1" && pwd)
for jar in "$folder"/onnxruntime-*.jar "$folder"/rocksdbjni-*.jar "$folder"/tokenizers-*.jar; do
    work=$(mktemp -d)
    (cd "$work" && jar xf "$jar")
    find "$work" \( -name '*.dll' -o -name '*.pdb' -o -name '*.dylib' -o -name '*.jnilib' -o -name '*.dSYM' \
        -o -name '*-musl.so' -o -name '*linux32*' -o -name '*ppc64le*' -o -name '*s390x*' -o -name '*riscv64*' \) \
        -prune -exec rm -rf {} +
    jar cfM "$jar" -C "$work" .
    rm -rf "$work"
done
