package io.throughline.conformance;

import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.fetching.BoundaryCheck;
import io.throughline.conformance.fetching.CrashCheck;
import io.throughline.conformance.fetching.EmptyPageCheck;
import io.throughline.conformance.fetching.SecretsCheck;
import io.throughline.conformance.fetching.SignatureSchemeCheck;
import io.throughline.conformance.fetching.TroubleCheck;
import io.throughline.conformance.parsing.AgentCheck;
import io.throughline.conformance.parsing.DeleteCheck;
import io.throughline.conformance.parsing.EditCheck;
import io.throughline.conformance.parsing.FuzzCheck;
import io.throughline.conformance.parsing.GoldenCheck;
import io.throughline.conformance.parsing.IdentityCheck;
import io.throughline.conformance.parsing.LintCheck;
import io.throughline.conformance.parsing.OrderCheck;
import io.throughline.conformance.parsing.RepeatCheck;
import io.throughline.conformance.parsing.RequiredFieldsCheck;
import io.throughline.conformance.parsing.TextCheck;
import io.throughline.conformance.parsing.ThroughputCheck;
import io.throughline.conformance.parsing.TimeCheck;

/** The checks, in the order in which they are reported. */
public enum Check {
    LINT(1, "the definition is sound", new LintCheck()),
    GOLDEN(2, "fixtures give what their golden files say", new GoldenCheck()),
    IDENTITY(3, "ids are stable and unique", new IdentityCheck()),
    REPEAT(4, "the same payload twice is one record", new RepeatCheck()),
    EDIT(5, "an edit has the same id and a higher revision", new EditCheck()),
    DELETE(6, "a delete takes back what was there", new DeleteCheck()),
    BOUNDARY(7, "what shares the cursor's time is not lost", new BoundaryCheck()),
    CRASH(8, "a crash between page and checkpoint loses nothing", new CrashCheck()),
    EMPTY_PAGE(9, "an empty page does not end a feed", new EmptyPageCheck()),
    TROUBLE(10, "a server in trouble costs no record", new TroubleCheck()),
    SIGNATURE(11, "only the provider's signature is believed", new SignatureSchemeCheck()),
    REQUIRED_FIELDS(12, "missing, null and wrong values are typed", new RequiredFieldsCheck()),
    TIMES(13, "times become UTC or are refused", new TimeCheck()),
    TEXTS(14, "any text arrives whole", new TextCheck()),
    AGENTS(15, "an agent's words are not the customer's", new AgentCheck()),
    SECRECY(16, "no secret is told, and authors are hashed", new SecretsCheck()),
    ORDER(17, "order and delay change nothing", new OrderCheck()),
    THROUGHPUT(18, "fast enough, in bounded memory", new ThroughputCheck()),
    FUZZ(19, "no mutation makes it throw", new FuzzCheck());

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
