/** The Kafka Streams shell around the functional core: topics, serdes, names, one processor a file. */
package org.onrecord.stream;
