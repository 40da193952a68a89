/** Avro in the Confluent wire format, and the small part of the registry's REST contract that it needs. */
package org.onrecord.stream.registry;
