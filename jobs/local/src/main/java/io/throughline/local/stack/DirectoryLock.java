package io.throughline.local.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second launcher off a data directory. The lock is the operating system's, so it ends with
 * the process however that ends; the text of the file only says who holds it, and which servers the
 * last holder had started.
 *
 * <p>A POSIX lock is lost as soon as its process closes <em>any</em> channel of the file, so a
 * second try in this JVM must be refused before the file is opened: {@link #HELD}.
 */
final class DirectoryLock implements AutoCloseable {

    private static final int LONGEST = 4096;
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final List<ProcessIdentity> leftovers;

    private DirectoryLock(
            Path file, FileChannel channel, FileLock lock, List<ProcessIdentity> leftovers) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.leftovers = leftovers;
    }

    /**
     * Takes the lock, also over from a process that is gone.
     *
     * @throws StackException when a living process holds it
     */
    static DirectoryLock acquire(Path file) {
        if (!HELD.add(file)) {
            throw refused(file, "this process, " + ProcessHandle.current().pid());
        }
        try {
            DirectoryLock lock = open(file);
            lock.write(List.of());
            return lock;
        } catch (IOException e) {
            HELD.remove(file);
            throw new StackException(
                    "The lock file " + file + " cannot be written: " + e.getMessage(), e);
        } catch (StackException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static DirectoryLock open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            List<ProcessIdentity> recorded = read(channel);
            if (lock == null) {
                String holder =
                        recorded.isEmpty() ? "unknown" : Long.toString(recorded.get(0).pid());
                throw refused(file, "process " + holder);
            }
            return new DirectoryLock(
                    file,
                    channel,
                    lock,
                    recorded.subList(Math.min(1, recorded.size()), recorded.size()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static List<ProcessIdentity> read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        return text.lines().map(ProcessIdentity::parse).flatMap(Optional::stream).toList();
    }

    private static StackException refused(Path file, String holder) {
        return new StackException(
                "The data directory "
                        + file.getParent()
                        + " is in use by another Throughline ("
                        + holder
                        + "): stop that one, or choose another data directory.");
    }

    /** The servers that the last holder started and did not report as stopped. */
    List<ProcessIdentity> leftovers() {
        return leftovers;
    }

    /** Notes the servers now running, for the next holder should this one be killed. */
    void record(List<ProcessIdentity> servers) {
        try {
            write(servers);
        } catch (IOException e) {
            throw new StackException("The lock file " + file + " cannot be written", e);
        }
    }

    private void write(List<ProcessIdentity> servers) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(ProcessIdentity.current()).append('\n');
        servers.forEach(server -> text.append(server).append('\n'));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new StackException("The lock file " + file + " cannot be released", e);
        } finally {
            HELD.remove(file);
        }
    }
}
