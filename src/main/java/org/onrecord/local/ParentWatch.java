package org.onrecord.local;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The main class of the registry's process: ends it when its standard input does, and starts the real main class.
 *
 * <p>The operating system closes that pipe when the parent goes, however it goes: no shutdown hook runs on a {@code
 * kill -9}, and a registry that outlives its parent keeps its port. This class is loaded alone, so it uses nothing but
 * the JDK.
 */
final class ParentWatch {
    private static final long GRACE_MILLIS = 5_000;

    private ParentWatch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(ParentWatch::endWithParent, "onrecord-parent-watch");
        watch.setDaemon(true);
        watch.start();
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes to this pipe; only its end says something.
            }
        } catch (IOException e) {
            // A broken pipe says the same.
        }
        new Thread(() -> System.exit(0), "onrecord-parent-gone").start();
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            // Nobody interrupts it; either way the time is up.
        }
        Runtime.getRuntime().halt(1);
    }
}
