package io.throughline.notify.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server on loopback that answers every command of one conversation with 250, save one. */
final class FakeSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final Thread thread;
    private final String command;
    private final String answer;

    /**
     * @param command begins the line that is answered otherwise
     * @param answer to that line
     */
    FakeSmtp(String command, String answer) throws IOException {
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.command = command;
        this.answer = answer;
        this.thread = new Thread(this::serve, "fake-smtp");
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            say(out, "220 fake.example");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data) {
                    data = !line.equals(".");
                    if (!data) {
                        say(out, command.equals(".") ? answer : "250 taken");
                    }
                } else if (line.startsWith(command)) {
                    say(out, answer);
                } else if (line.startsWith("DATA")) {
                    data = true;
                    say(out, "354 go on");
                } else if (line.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 fine");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
