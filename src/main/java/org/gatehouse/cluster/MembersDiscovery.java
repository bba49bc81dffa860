package org.gatehouse.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.PhysicalAddress;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.Discovery;
import org.jgroups.protocols.PingData;
import org.jgroups.protocols.PingHeader;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.ByteArray;
import org.jgroups.util.NameCache;
import org.jgroups.util.Responses;

/**
 * Asks the nodes of the shared list, those that are still heard of, who is in the cluster. Where
 * none of them is in one, nobody is waited for: whose turn it is to found one was decided before.
 */
public final class MembersDiscovery extends Discovery {
  private static final short ID = 1800;

  static {
    ClassConfigurator.addProtocol(ID, MembersDiscovery.class);
  }

  private volatile Supplier<List<Member>> list = List::of;

  /** Whether somebody was asked before: those who are asked again may wait for this node, too. */
  private volatile boolean hasAsked;

  /** What the list has now; JGroups makes the protocol itself. */
  void ask(Supplier<List<Member>> members) {
    list = members;
  }

  @Override
  public boolean isDynamic() {
    return true;
  }

  @Override
  protected void findMembers(List<Address> members, boolean initial, Responses responses) {
    PhysicalAddress own = (PhysicalAddress) down(new Event(Event.GET_PHYSICAL_ADDRESS, local_addr));
    List<Member> alive = list.get().stream().filter(Member::isAlive).toList();
    List<PhysicalAddress> others = others(alive, own);
    boolean isFirst = initial && alive.stream().noneMatch(each -> each.joined().isPresent());
    if (others.isEmpty() || (isFirst && !hasAsked)) {
      responses.done();
      return;
    }
    hasAsked = true;
    PingData data = new PingData(local_addr, false, NameCache.get(local_addr), own);
    if (members != null && members.size() <= max_members_in_discovery_request) {
      data.mbrs(members);
    }
    ByteArray content = marshal(data);
    PingHeader header =
        new PingHeader(PingHeader.GET_MBRS_REQ).clusterName(cluster_name).initialDiscovery(initial);
    for (PhysicalAddress other : others) {
      Message request =
          new BytesMessage(other)
              .setArray(content)
              .setFlag(Message.Flag.DONT_BUNDLE, Message.Flag.OOB)
              .setFlag(Message.TransientFlag.DONT_LOOPBACK)
              .putHeader(id, header);
      timer.execute(() -> sendDiscoveryRequest(request), sends_can_block);
    }
  }

  private List<PhysicalAddress> others(List<Member> alive, PhysicalAddress own) {
    List<PhysicalAddress> addresses = new ArrayList<>();
    for (Member member : alive) {
      try {
        addresses.add(new IpAddress(InetAddress.getByName(member.address()), member.port()));
      } catch (UnknownHostException e) {
        log.warn("%s: the address of %s is not known: %s", local_addr, member.node(), e);
      }
    }
    addresses.remove(own);
    return addresses;
  }

  private void sendDiscoveryRequest(Message request) {
    try {
      down_prot.down(request);
    } catch (RuntimeException e) {
      log.debug("%s: %s does not answer: %s", local_addr, request.dest(), e);
    }
  }
}
