package org.onrecord.claim.tagger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file of weights: gzip over a magic number and a version, cue rates, keys in ascending order, one state's weights
 * after the other (long runs of zeros, which gzip likes), weights of steps, calibrations. All numbers big-endian.
 */
final class TaggerFile {
    private static final int MAGIC = 0x4F524154; // ORAT
    private static final int VERSION = 1;

    private TaggerFile() {}

    static void write(AttributionTagger tagger, OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(to)))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(tagger.rates().steps().size());
            for (Map.Entry<String, Integer> rate : tagger.rates().steps().entrySet()) {
                out.writeUTF(rate.getKey());
                out.writeByte(rate.getValue());
            }
            Chain chain = tagger.chain();
            int features = chain.index().size();
            out.writeInt(features);
            for (int place = 0; place < features; place++) {
                out.writeInt(chain.index().key(place));
            }
            for (int label = 0; label < Label.COUNT; label++) {
                for (int place = 0; place < features; place++) {
                    out.writeShort(chain.weights()[place * Label.COUNT + label]);
                }
            }
            for (short step : chain.steps()) {
                out.writeShort(step);
            }
            writeShares(tagger.calibration(), out);
            writeShares(tagger.silence(), out);
        }
    }

    private static void writeShares(Calibration calibration, DataOutputStream out) throws IOException {
        for (int share : calibration.shares()) {
            out.writeShort(share);
        }
    }

    static AttributionTagger read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from), 1 << 16));
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            throw new IOException("not weights of the attribution tagger, or of another version; train them anew");
        }
        Map<String, Integer> rates = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rates.put(in.readUTF(), (int) in.readByte());
        }
        int features = in.readInt();
        int[] keys = new int[features];
        for (int place = 0; place < features; place++) {
            keys[place] = in.readInt();
        }
        short[] weights = new short[features * Label.COUNT];
        for (int label = 0; label < Label.COUNT; label++) {
            for (int place = 0; place < features; place++) {
                weights[place * Label.COUNT + label] = in.readShort();
            }
        }
        short[] steps = new short[Steps.KINDS * Label.COUNT * Label.COUNT];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = in.readShort();
        }
        return new AttributionTagger(
                new CueRates(rates),
                WordClasses.load(),
                new Chain(new FeatureIndex(keys), weights, steps),
                readShares(in),
                readShares(in));
    }

    private static Calibration readShares(DataInputStream in) throws IOException {
        int[] shares = new int[Calibration.BINS];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = in.readShort();
        }
        return new Calibration(shares);
    }
}
