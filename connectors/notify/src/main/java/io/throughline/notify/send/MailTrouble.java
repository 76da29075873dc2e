package io.throughline.notify.send;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Says what became of a mail that did not simply go through. Codes from 500 on are final (RFC 5321,
 * 4.2.1); what has no code is a connection that failed, and comes again.
 */
final class MailTrouble {

    private static final int PERMANENT = 500;

    private MailTrouble() {}

    static Outcome explain(MessagingException failure) {
        List<Throwable> chain = chain(failure);
        if (chain.stream().anyMatch(AuthenticationFailedException.class::isInstance)) {
            return Outcome.refused("the mail server refused user and password");
        }
        if (failure instanceof SendFailedException sent
                && sent.getValidSentAddresses() != null
                && sent.getValidSentAddresses().length > 0) {
            return Outcome.delivered(
                    "to "
                            + sent.getValidSentAddresses().length
                            + " of them; the mail server refused the others");
        }
        OptionalInt code =
                chain.stream().flatMapToInt(one -> code(one).stream()).reduce((a, b) -> b);
        if (code.isPresent()) {
            String reason = "SMTP " + code.getAsInt();
            return code.getAsInt() >= PERMANENT ? Outcome.refused(reason) : Outcome.failed(reason);
        }
        if (chain.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return Outcome.failed("the name of the mail server is not known");
        }
        if (chain.stream().anyMatch(SSLException.class::isInstance)) {
            return Outcome.failed("no TLS with the mail server");
        }
        if (chain.stream().anyMatch(ConnectException.class::isInstance)) {
            return Outcome.failed(
                    "the connection was refused: nothing listens at the host and port of its smtp");
        }
        return Outcome.failed(chain.get(chain.size() - 1).getClass().getSimpleName());
    }

    private static OptionalInt code(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return OptionalInt.of(address.getReturnCode());
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return OptionalInt.of(sender.getReturnCode());
        }
        if (failure instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
            return OptionalInt.of(send.getReturnCode());
        }
        return OptionalInt.empty();
    }

    /** The failure and what it goes back to, the library's own chain included. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable one = failure; one != null && !chain.contains(one); one = next(one)) {
            chain.add(one);
        }
        return chain;
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }
}
