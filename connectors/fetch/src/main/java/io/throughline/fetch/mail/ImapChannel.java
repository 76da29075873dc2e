package io.throughline.fetch.mail;

import io.throughline.channels.definition.Limits;
import io.throughline.fetch.ChannelRefusedException;
import io.throughline.fetch.Item;
import io.throughline.fetch.PollingChannel;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a folder by the unique identifiers of its messages (RFC 9051, 2.3.1.1), which only grow:
 * the cursor is the last one, and the validity they are of. When the server has given all messages
 * new ones, all are read again. The folder is opened read-only, and messages are peeked at, so
 * nobody finds mail marked as read.
 */
final class ImapChannel implements PollingChannel {

    private static final Logger LOG = LoggerFactory.getLogger(ImapChannel.class);

    private static final String VALIDITY = "uidvalidity";
    private static final String UID = "uid";

    /** Identifiers asked for at once: a folder may have millions. */
    private static final long WINDOW = 2000;

    private final Mailbox mailbox;
    private final Clock clock;
    private IMAPStore store;

    ImapChannel(Mailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("UnusedException") // the library's messages quote what the server says
    public Page fetch(Map<String, String> cursor, Budget budget)
            throws IOException, InterruptedException {
        try {
            Page page = read(connected(), cursor, budget);
            if (page.more() == More.NOT_NOW) {
                close();
            }
            return page;
        } catch (AuthenticationFailedException e) {
            close();
            throw new ChannelRefusedException("the mail server refuses user and password");
        } catch (FolderNotFoundException e) {
            close();
            throw new ChannelRefusedException("the mailbox has no such folder");
        } catch (MessagingException | IOException e) {
            close();
            throw new IOException("the mailbox cannot be read", e);
        }
    }

    private IMAPStore connected() throws MessagingException {
        if (store == null || !store.isConnected()) {
            Session session = Session.getInstance(mailbox.properties());
            URLName address = new URLName("imap", mailbox.host(), mailbox.port(), null, null, null);
            store =
                    mailbox.encryptedAtOnce()
                            ? new IMAPSSLStore(session, address)
                            : new IMAPStore(session, address);
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
        }
        return store;
    }

    private Page read(IMAPStore from, Map<String, String> cursor, Budget budget)
            throws MessagingException, IOException {
        IMAPFolder folder = (IMAPFolder) from.getFolder(mailbox.folder());
        folder.open(Folder.READ_ONLY);
        try {
            long validity = folder.getUIDValidity();
            long last = last(folder, validity, cursor);
            long newest = folder.getUIDNext() - 1;
            long end = newest < 0 ? UIDFolder.MAXUID : Math.min(newest, last + WINDOW);
            List<Item> items = new ArrayList<>();
            long bytes = 0;
            for (Message message : folder.getMessagesByUID(last + 1, end)) {
                long uid = folder.getUID(message);
                if (items.size() == budget.items() || bytes >= budget.bytes()) {
                    return page(items, validity, last, More.YES);
                }
                if (uid > last) {
                    Optional<Item> item = item((IMAPMessage) message, uid);
                    item.ifPresent(items::add);
                    bytes += item.map(each -> each.payload().length).orElse(0);
                    last = uid;
                }
            }
            boolean more = newest >= 0 && end < newest;
            return page(
                    items,
                    validity,
                    newest < 0 ? last : Math.max(last, end),
                    more ? More.YES : More.NOT_NOW);
        } finally {
            folder.close(false);
        }
    }

    private static Page page(List<Item> items, long validity, long last, More more) {
        return new Page(
                items, Map.of(VALIDITY, Long.toString(validity), UID, Long.toString(last)), more);
    }

    private long last(IMAPFolder folder, long validity, Map<String, String> cursor)
            throws MessagingException {
        String known = cursor.get(VALIDITY);
        if (known != null && known.equals(Long.toString(validity))) {
            return Long.parseLong(cursor.getOrDefault(UID, "0"));
        }
        if (known != null) {
            LOG.warn("{}: its messages have new identifiers, reading all", mailbox.origin());
            return 0;
        }
        return mailbox.since() == null ? 0 : beforeFirst(folder);
    }

    /** The identifier before the first message that is young enough. */
    private long beforeFirst(IMAPFolder folder) throws MessagingException {
        Date date = Date.from(clock.instant().minus(mailbox.since()));
        Message[] young = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, date));
        long first = Math.max(1, folder.getUIDNext());
        for (Message message : young) {
            first = Math.min(first, folder.getUID(message));
        }
        return first - 1;
    }

    /** Empty when somebody deleted the message while it was read. */
    private Optional<Item> item(IMAPMessage message, long uid)
            throws MessagingException, IOException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            byte[] bytes = in.readNBytes(Limits.MAX_CARRIED + 1);
            boolean cut = bytes.length > Limits.MAX_CARRIED;
            byte[] payload = cut ? Arrays.copyOf(bytes, Limits.CUT_TO) : bytes;
            long size = cut ? Math.max(message.getSize(), bytes.length) : -1;
            return Optional.of(new Item(mailbox.origin(), uid, Map.of(), size, payload));
        } catch (MessageRemovedException e) {
            LOG.info("{}: message {} was deleted while it was read", mailbox.origin(), uid);
            return Optional.empty();
        }
    }

    @Override
    @SuppressWarnings("UnusedException")
    public void close() {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException e) {
            LOG.debug("{}: the connection did not close well", mailbox.origin());
        }
        store = null;
    }
}
