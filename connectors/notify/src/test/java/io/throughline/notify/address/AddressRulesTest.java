package io.throughline.notify.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "93.184.216.34", "9.255.255.255", "11.0.0.0", "172.15.255.255",
                "172.32.0.0", "192.167.255.255", "100.63.255.255", "100.128.0.0", "223.255.255.255",
                "2606:4700:4700::1111", "2a00:1450:4001:81b::200e"
            })
    void publicAddressesArePermitted(String address) throws UnknownHostException {
        assertThat(AddressRules.PUBLIC.permit(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "100.100.100.200",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:0:53aa:64c::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "5f00::1",
                "2606:4700::5efe:10.0.0.1",
                "2606:4700::200:5efe:10.0.0.1"
            })
    void allOthersAreNot(String address) throws UnknownHostException {
        assertThat(AddressRules.PUBLIC.permit(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "192.168.7.7", "100.64.0.9", "::1", "fd12::1"})
    void privateOnesAreWhereAReceiverSaysSo(String address) throws UnknownHostException {
        assertThat(AddressRules.PRIVATE.permit(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "168.63.129.16",
                "100.100.100.200",
                "192.0.0.192",
                "fd00:ec2::254",
                "fe80::1",
                "0.0.0.0",
                "::",
                "224.0.0.1",
                "255.255.255.255",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "::127.0.0.1"
            })
    void cloudSecretsAndOddBlocksAreNotEvenThen(String address) throws UnknownHostException {
        assertThat(AddressRules.PRIVATE.permit(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aNamedBlockIsPermittedAndItsNeighboursAreNot() throws UnknownHostException {
        AddressRules rules =
                new AddressRules(false, List.of(Cidr.parse("10.20.16.0/20").orElseThrow()));

        assertThat(rules.permit(InetAddress.getByName("10.20.16.0"))).isTrue();
        assertThat(rules.permit(InetAddress.getByName("10.20.31.255"))).isTrue();
        assertThat(rules.permit(InetAddress.getByName("10.20.15.255"))).isFalse();
        assertThat(rules.permit(InetAddress.getByName("10.20.32.0"))).isFalse();
        assertThat(rules.permit(InetAddress.getByName("::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0/8",
                "fd00::/129",
                "host/8",
                "10.0.0.0/",
                "0x0a.0.0.0/8",
                ""
            })
    void whatIsNoBlockIsNone(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }
}
