package org.onrecord.stream;

/** What is to blame for a failure. */
public enum FailureCause {
    /** No broker answers, or not in time. */
    BROKER_UNAVAILABLE,
    /** A broker cannot write: its disk is full or failed, or too few replicas are in sync. */
    BROKER_STORAGE,
    REGISTRY_UNAVAILABLE,
    /** The registry answers, and says no. */
    REGISTRY_REFUSED,
    /** Wrong credentials, or a right that is missing. */
    ACCESS_DENIED,
    /** A topic that is missing, or has other partitions or settings than it must have. */
    TOPIC_WRONG,
    /** The state directory is full, cannot be written, or belongs to another process. */
    STATE_STORAGE,
    /** One record, again and again. */
    RECORD,
    OTHER
}
