package org.onrecord.stream;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.onrecord.avro.Article;
import org.onrecord.avro.Claim;
import org.onrecord.avro.Fact;

/** The serdes of the public topics, of a class that the operator may choose. */
public record PublicSerdes(Serde<Article> article, Serde<Claim> claim, Serde<Fact> fact) {
    /**
     * Serdes of one class.
     *
     * @param serdeClass a serde of Avro's specific records with a public constructor without parameters
     * @param properties what it is configured with, the registry's URL among them
     */
    public static PublicSerdes of(String serdeClass, Map<String, ?> properties) {
        return new PublicSerdes(one(serdeClass, properties), one(serdeClass, properties), one(serdeClass, properties));
    }

    @SuppressWarnings("unchecked")
    private static <T extends SpecificRecord> Serde<T> one(String serdeClass, Map<String, ?> properties) {
        try {
            Serde<T> serde = (Serde<T>) Utils.newInstance(serdeClass, Serde.class);
            serde.configure(properties, false);
            return serde;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    PipelineConfig.VALUE_SERDE + " names " + serdeClass + ", which is not on the class path", e);
        }
    }
}
