package org.onrecord.stream.registry;

/** The Confluent wire format: a zero byte, the schema's id as four bytes big-endian, Avro's binary encoding. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEADER_BYTES = 5;

    private WireFormat() {}

    static String subject(String topic, boolean isKey) {
        return topic + (isKey ? "-key" : "-value");
    }
}
