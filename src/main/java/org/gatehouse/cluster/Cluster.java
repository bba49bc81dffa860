package org.gatehouse.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;
import org.infinispan.conflict.EntryMergePolicy;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.partitionhandling.AvailabilityMode;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.View;
import org.jgroups.ViewId;
import org.jgroups.util.UUID;

/** This node's membership in the cluster, from join to leave, and the caches that it shares. */
public final class Cluster implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Cluster.class.getName());

  private final ClusterConfig config;
  private final Optional<Heartbeat> heartbeat;
  private final Optional<FoundingTurn> foundingTurn;
  private final JChannel channel;
  private final EmbeddedCacheManager manager;
  private final CopyOnWriteArrayList<Cache<?, ?>> caches = new CopyOnWriteArrayList<>();

  /**
   * Joins nothing yet.
   *
   * @param members the shared list of nodes; empty where there is none
   * @throws ConfigException where a setting is wrong
   */
  public Cluster(ClusterConfig config, Node node, Optional<Members> members) {
    this.config = config;
    MemberAddress member = new MemberAddress(node, config.bind().address(), config.bind().port());
    this.heartbeat = members.map(list -> new Heartbeat(list, member, this::self, this::arbitrate));
    this.foundingTurn =
        members.flatMap(list -> heartbeat.map(beat -> new FoundingTurn(list, node, beat)));
    this.channel = new Channels(config).make(node.name(), this::lastKnown);
    this.manager = new DefaultCacheManager(Caches.global(config, node.name(), channel), false);
  }

  /**
   * Joins the cluster, or founds it.
   *
   * @throws ConfigException where the address or the port is not to be had
   */
  public void join() {
    heartbeat.ifPresent(Heartbeat::start);
    foundingTurn.ifPresent(FoundingTurn::await);
    try {
      start();
    } catch (CacheException e) {
      throw refused(e);
    }
    heartbeat.ifPresent(Heartbeat::now);
    foundingTurn.ifPresent(FoundingTurn::done);
    LOG.log(System.Logger.Level.INFO, "Member of the cluster {0}", channel.getView());
  }

  /** Infinispan asks the thread for the loader of the application's classes. */
  private void start() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Caches.loader());
    try {
      manager.start();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * A cache that all members share.
   *
   * @param merge decides where two sides that lost each other meet again
   */
  public <K, V> Cache<K, V> cache(String name, EntryMergePolicy<K, V> merge) {
    if (manager.getCacheConfiguration(name) == null) {
      manager.defineConfiguration(name, Caches.shared(config, merge));
    }
    Cache<K, V> cache = manager.getCache(name);
    caches.addIfAbsent(cache);
    return cache;
  }

  /** How this node stands to the others now. */
  public Standing standing() {
    Set<String> view = view();
    return self()
        .flatMap(self -> heartbeat.map(beat -> Standing.of(self, view, beat.lastKnown())))
        .orElseGet(() -> Standing.of(view.size(), config.majority()));
  }

  /** The view of the cluster that this node has; another one whenever a member comes or goes. */
  public String viewId() {
    return self().map(Member.Joined::view).orElse("");
  }

  /** Whether what the caches of this node do not hold, those of no other do. */
  public boolean isWhole() {
    Standing standing = standing();
    return isAvailable() && standing.isGood() && standing.isAgreed();
  }

  /** The least number of members that are more than half of those expected. */
  public int majority() {
    return config.majority();
  }

  /** Whether every cache may be read and written. */
  public boolean isAvailable() {
    return caches.stream().allMatch(Cluster::isAvailable);
  }

  private static boolean isAvailable(Cache<?, ?> cache) {
    return cache.getAdvancedCache().getAvailability() == AvailabilityMode.AVAILABLE;
  }

  /**
   * After a side was lost, Infinispan waits for its return. The shared list knows more: where this
   * side is the one that goes on, it does.
   */
  private void arbitrate() {
    if (!isAvailable() && manager.isCoordinator() && standing().isGood()) {
      LOG.log(System.Logger.Level.WARNING, "Going on without the members that were lost");
      caches.stream()
          .filter(cache -> !isAvailable(cache))
          .forEach(cache -> cache.getAdvancedCache().setAvailability(AvailabilityMode.AVAILABLE));
    }
  }

  JChannel channel() {
    return channel;
  }

  private List<Member> lastKnown() {
    return heartbeat.map(Heartbeat::lastKnown).orElse(List.of());
  }

  private Set<String> view() {
    View view = channel.getView();
    return view == null
        ? Set.of()
        : Stream.of(view.getMembersRaw()).map(Cluster::name).collect(Collectors.toSet());
  }

  private Optional<Member.Joined> self() {
    View view = channel.getView();
    return view == null
        ? Optional.empty()
        : Optional.of(new Member.Joined(name(channel.getAddress()), id(view.getViewId())));
  }

  private static String id(ViewId id) {
    return name(id.getCreator()) + "|" + id.getId();
  }

  private static String name(Address address) {
    return ((UUID) address).toStringLong();
  }

  private ConfigException refused(CacheException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new ConfigException(
        List.of(
            new ConfigFault(
                "gatehouse.cluster.bind-port",
                config.bind().address() + ":" + config.bind().port() + ", " + cause,
                "an address and port of this machine that are free, and TLS files that fit",
                "correct gatehouse.cluster.bind-address, bind-port or tls.*")));
  }

  /** Leaves in order: the others know at once. */
  @Override
  public void close() {
    heartbeat.ifPresent(Heartbeat::close);
    manager.stop();
  }
}
