package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import io.throughline.alert.DataFault;
import io.throughline.wire.Codec;
import io.throughline.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Records in state: in the form they have on the wire, which every later release can read. */
final class Records {

    private Records() {}

    static void alert(DataOutput out, Alert alert) throws IOException {
        write(out, Codecs.ALERT.encode(alert));
    }

    static Alert alert(DataInput in) throws IOException {
        return read(in, Codecs.ALERT);
    }

    static void command(DataOutput out, AlertCommand command) throws IOException {
        write(out, Codecs.ALERT_COMMAND.encode(command));
    }

    static AlertCommand command(DataInput in) throws IOException {
        return read(in, Codecs.ALERT_COMMAND);
    }

    static void fault(DataOutput out, DataFault fault) throws IOException {
        write(out, Codecs.DATA_FAULT.encode(fault));
    }

    static DataFault fault(DataInput in) throws IOException {
        return read(in, Codecs.DATA_FAULT);
    }

    static void rules(DataOutput out, AlertRules rules) throws IOException {
        Bytes.text(out, AlertRulesReader.yaml(rules));
    }

    static AlertRules rules(DataInput in) throws IOException {
        return AlertRulesReader.read("state", Bytes.text(in));
    }

    private static void write(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static <T> T read(DataInput in, Codec<T> codec) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new StateFormatException("a record of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return codec.decode(bytes);
    }
}
