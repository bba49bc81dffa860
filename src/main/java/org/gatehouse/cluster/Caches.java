package org.gatehouse.cluster;

import java.util.concurrent.TimeUnit;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ClusterConfig.Replication;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfiguration;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.ShutdownHookBehavior;
import org.infinispan.conflict.EntryMergePolicy;
import org.infinispan.partitionhandling.PartitionHandling;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.JChannel;

/** How caches are configured. */
final class Caches {
  private static final long STATE_TRANSFER_SECONDS = 20;
  private static final long LOCK_SECONDS = 1;
  private static final long REAPER_SECONDS = 10;

  private Caches() {}

  /** ProtoStream is the only marshaller; schemas are found in the application. */
  static GlobalConfiguration global(ClusterConfig config, String node, JChannel channel) {
    GlobalConfigurationBuilder builder =
        new GlobalConfigurationBuilder().clusteredDefault().classLoader(loader());
    builder
        .transport()
        .clusterName(config.name())
        .nodeName(node)
        .addProperty(JGroupsTransport.CHANNEL_CONFIGURATOR, new GivenChannel(channel));
    builder.jmx().disable();
    builder.metrics().gauges(false).histograms(false);
    builder.shutdown().hookBehavior(ShutdownHookBehavior.DONT_REGISTER);
    return builder.build();
  }

  static ClassLoader loader() {
    return Caches.class.getClassLoader();
  }

  /** Of two sides that lost each other, at most one goes on (DENY_READ_WRITES). */
  static Configuration shared(ClusterConfig config, EntryMergePolicy<?, ?> merge) {
    boolean replicated = config.replication() == Replication.REPLICATED;
    ConfigurationBuilder builder = new ConfigurationBuilder();
    builder
        .clustering()
        .cacheMode(replicated ? CacheMode.REPL_SYNC : CacheMode.DIST_SYNC)
        .remoteTimeout(ClusterConfig.REMOTE_TIMEOUT.toMillis());
    if (!replicated) {
      builder.clustering().hash().numOwners(2);
    }
    builder.clustering().stateTransfer().timeout(STATE_TRANSFER_SECONDS, TimeUnit.SECONDS);
    builder
        .clustering()
        .partitionHandling()
        .whenSplit(PartitionHandling.DENY_READ_WRITES)
        .mergePolicy(merge);
    builder.locking().lockAcquisitionTimeout(LOCK_SECONDS, TimeUnit.SECONDS);
    builder.expiration().wakeUpInterval(REAPER_SECONDS, TimeUnit.SECONDS);
    return builder.build();
  }
}
