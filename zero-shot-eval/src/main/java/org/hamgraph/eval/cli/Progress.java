package org.hamgraph.eval.cli;

import java.io.PrintWriter;
import org.hamgraph.eval.run.ZeroShotRun;

/**
 * Progress on standard error: a bar on a terminal, a line every few seconds elsewhere. The launcher says whether it
 * is a terminal.
 */
final class Progress implements ZeroShotRun.Watcher {
    private static final int BAR = 30;
    private static final long REDRAW = 100_000_000L;
    private static final long QUIET = 5_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal = Boolean.getBoolean("hamgraph.terminal");
    private String stage = "";
    private int total = 1;
    private long last;

    Progress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begin(String name, int steps) {
        stage = name;
        total = Math.max(1, steps);
        last = System.nanoTime();
        if (terminal) {
            draw(0);
        }
    }

    @Override
    public void advance(int done) {
        long now = System.nanoTime();
        if (now - last < (terminal ? REDRAW : QUIET)) {
            return;
        }
        last = now;
        if (terminal) {
            draw(done);
        } else {
            err.println(stage + ": " + 100L * done / total + " %");
        }
    }

    private void draw(int done) {
        int filled = (int) ((long) BAR * Math.min(done, total) / total);
        err.print("\r" + stage + " [" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + 100L * done / total
                + " %");
        err.flush();
    }

    @Override
    public void end(String message) {
        err.println((terminal ? "\r\u001b[2K" : "") + message);
        err.flush();
    }
}
