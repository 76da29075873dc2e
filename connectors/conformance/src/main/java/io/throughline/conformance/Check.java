package io.throughline.conformance;

/** The checks, in the order in which they are reported. */
public enum Check {
    LINT(1, "the definition is sound", new LintCheck()),
    GOLDEN(2, "fixtures give what their golden files say", new GoldenCheck());

    private final int number;
    private final String title;
    private final transient ChannelCheck check;

    Check(int number, String title, ChannelCheck check) {
        this.number = number;
        this.title = title;
        this.check = check;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** What holds for a channel that passes. */
    public String title() {
        return title;
    }

    Verdict on(Workbench bench) throws InterruptedException {
        return check.check(bench);
    }
}
