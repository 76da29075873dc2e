package io.throughline.local.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerArgumentsTest {

    @Test
    void isTheStreamThatTheServerReads() {
        byte[] bytes =
                ServerArguments.encode(Map.of("http.port", "9200"), Path.of("/c"), Path.of("/l"));
        String keystoreClass = "org.elasticsearch.common.settings.KeyStoreWrapper";
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo(
                        "00" // foreground
                                + "01" // quiet
                                + "00" // no pid file
                                + HexFormat.of().toHexDigits((byte) keystoreClass.length())
                                + hex(keystoreClass)
                                + "00000007" // version of the keystore's format
                                + "00" // no password
                                + "00" // no encrypted bytes
                                + "00" // no entries
                                + "00" // open
                                + "01" // one setting
                                + "09"
                                + hex("http.port")
                                + "00" // a string
                                + "04"
                                + hex("9200")
                                + "02"
                                + hex("/c")
                                + "02"
                                + hex("/l"));
    }

    @Test
    void countsCharactersAndWritesEachInOneToThreeBytes() {
        byte[] bytes = ServerArguments.encode(Map.of(), Path.of("/é漢"), Path.of("/l"));
        assertThat(HexFormat.of().formatHex(bytes))
                .endsWith("03" + "2f" + "c3a9" + "e6bca2" + "02" + "2f6c");
    }

    @Test
    void aLengthAbove127TakesTwoBytes() {
        String folder = "/" + "x".repeat(199);
        byte[] bytes = ServerArguments.encode(Map.of(), Path.of(folder), Path.of("/l"));
        assertThat(HexFormat.of().formatHex(bytes)).contains("c801" + hex(folder));
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(US_ASCII));
    }
}
