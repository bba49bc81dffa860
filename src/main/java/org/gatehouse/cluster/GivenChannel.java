package org.gatehouse.cluster;

import java.util.List;
import javax.sql.DataSource;
import org.infinispan.remoting.transport.jgroups.JGroupsChannelConfigurator;
import org.jgroups.JChannel;
import org.jgroups.conf.ProtocolConfiguration;
import org.jgroups.util.SocketFactory;

/** Gives Infinispan the channel that was made for it. */
record GivenChannel(JChannel channel) implements JGroupsChannelConfigurator {
  @Override
  public String getName() {
    return "gatehouse";
  }

  @Override
  public JChannel createChannel(String name) {
    return channel;
  }

  @Override
  public String getProtocolStackString() {
    return channel.getProtocolStack().printProtocolSpec(false);
  }

  @Override
  public List<ProtocolConfiguration> getProtocolStack() {
    return List.of();
  }

  @Override
  public void setSocketFactory(SocketFactory factory) {
    // the channel has its own
  }

  @Override
  public void setDataSource(DataSource source) {
    // the list of members is asked in another way
  }
}
