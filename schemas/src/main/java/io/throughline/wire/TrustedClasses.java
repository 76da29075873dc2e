package io.throughline.wire;

import io.throughline.wire.avro.FeedbackRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro that the classes generated from our schemas may be created while reading. Avro trusts
 * no class by default, and asks one predicate for the whole class loader, so ours is added to
 * whatever stands there.
 */
final class TrustedClasses {

    private static final ClassSecurityPredicate OURS =
            type -> type.getPackage() == FeedbackRecord.class.getPackage();

    private TrustedClasses() {}

    static synchronized void register() {
        ClassSecurityPredicate others = ClassSecurityValidator.getGlobal();
        if (!others.isTrusted(FeedbackRecord.class)) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(others, OURS));
        }
    }
}
