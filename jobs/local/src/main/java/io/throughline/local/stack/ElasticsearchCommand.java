package io.throughline.local.stack;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.MemorySize;

/**
 * The command of the Elasticsearch server's JVM: what its own command line would compute on a JDK
 * 17, less what only costs memory here (touching the whole heap at the start, garbage collection
 * logs), and with the first compiler tier only, which halves the time to ready.
 */
record ElasticsearchCommand(ElasticsearchHome home, Path temporary, Path logs, MemorySize heap) {

    List<String> arguments() {
        long mebibytes = heap.getMebiBytes();
        return List.of(
                JavaHome.executable().toString(),
                "-Xms" + mebibytes / 2 + "m",
                "-Xmx" + mebibytes + "m",
                "-XX:MaxDirectMemorySize=" + mebibytes / 2 + "m",
                "-XX:+UseG1GC",
                "-XX:G1HeapRegionSize=4m",
                "-XX:InitiatingHeapOccupancyPercent=30",
                "-XX:G1ReservePercent=15",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:ErrorFile=" + logs.resolve("elasticsearch-crash.log"),
                "-Xss1m",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + temporary,
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.locale.providers=SPI,COMPAT",
                "-Djna.nosys=true",
                "-Djna.tmpdir=" + temporary,
                "-Djdk.attach.allowAttachSelf=true",
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.noKeySetOptimization=true",
                "-Dio.netty.recycler.maxCapacityPerThread=0",
                "-Dlog4j.shutdownHookEnabled=false",
                "-Dlog4j2.disable.jmx=true",
                "-Dlog4j2.formatMsgNoLookups=true",
                "-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=17",
                "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
                "-Des.networkaddress.cache.ttl=60",
                "-Des.networkaddress.cache.negative.ttl=10",
                "-Des.path.home=" + home.directory(),
                "-Des.distribution.type=zip",
                "-Des.java.type=ES_JAVA_HOME",
                "--patch-module=java.base=" + home.entitlementBridge(),
                "--add-exports=java.base/org.elasticsearch.entitlement.bridge="
                        + "org.elasticsearch.entitlement,java.logging,java.net.http,java.naming,"
                        + "jdk.net,jdk.zipfs,jdk.management.agent",
                "--module-path=" + home.libraries(),
                "--add-modules=jdk.net",
                "--add-modules=jdk.management.agent",
                "--add-modules=ALL-MODULE-PATH",
                "--module=org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch");
    }
}
