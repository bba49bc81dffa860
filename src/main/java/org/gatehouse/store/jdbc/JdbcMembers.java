package org.gatehouse.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.cluster.Member;
import org.gatehouse.cluster.MemberAddress;
import org.gatehouse.cluster.Members;
import org.gatehouse.cluster.Node;

/** The list of the cluster's members in the database, by its clock. */
public final class JdbcMembers implements Members {
  private static final String FOUNDING = "cluster-founding";
  private static final Duration FOUNDING_TIME = Duration.ofSeconds(10);

  private static final String TAKE_OVER =
      "DELETE FROM cluster_members WHERE address = ? AND port = ?";
  private static final String ENTER =
      "INSERT INTO cluster_members (start_id, node, address, port, member, view_id, started, heartbeat)"
          + " VALUES (?, ?, ?, ?, '', '', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)";
  private static final String BEAT =
      "UPDATE cluster_members SET heartbeat = CURRENT_TIMESTAMP, member = ?, view_id = ? WHERE start_id = ?";
  private static final String ALL =
      "SELECT start_id, node, address, port, member, view_id, started, heartbeat,"
          + " CURRENT_TIMESTAMP"
          + " FROM cluster_members ORDER BY started, start_id";
  private static final String LEAVE =
      "DELETE FROM cluster_members"
          + " WHERE start_id = ? OR heartbeat < CURRENT_TIMESTAMP - INTERVAL '1' HOUR";

  private final Database database;
  private final Leases leases;

  public JdbcMembers(Database database, Leases leases) {
    this.database = database;
    this.leases = leases;
  }

  @Override
  public void enter(MemberAddress member) {
    database.transaction(
        connection -> {
          update(connection, TAKE_OVER, member.address(), member.port());
          return enter(connection, member);
        });
  }

  /** A node that was silent for so long that it was taken off the list enters it again. */
  @Override
  public void beat(MemberAddress member, Optional<Member.Joined> joined) {
    database.transaction(
        connection -> {
          String joinedAs = joined.map(Member.Joined::member).orElse("");
          String view = joined.map(Member.Joined::view).orElse("");
          return update(connection, BEAT, joinedAs, view, member.node().startId()) == 1
              || enter(connection, member);
        });
  }

  @Override
  public List<Member> all() {
    return database.statement(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(ALL);
              ResultSet rows = statement.executeQuery()) {
            List<Member> members = new ArrayList<>();
            while (rows.next()) {
              members.add(member(rows));
            }
            return members;
          }
        });
  }

  @Override
  public boolean mayFoundCluster(Node node) {
    return leases.hold(FOUNDING, FOUNDING_TIME);
  }

  @Override
  public void founded(Node node) {
    leases.release(FOUNDING);
  }

  @Override
  public void leave(Node node) {
    database.statement(connection -> update(connection, LEAVE, node.startId()));
  }

  private static boolean enter(Connection connection, MemberAddress member) throws SQLException {
    Node node = member.node();
    return update(connection, ENTER, node.startId(), node.name(), member.address(), member.port())
        == 1;
  }

  private static Member member(ResultSet row) throws SQLException {
    OffsetDateTime started = row.getObject(7, OffsetDateTime.class);
    OffsetDateTime heartbeat = row.getObject(8, OffsetDateTime.class);
    OffsetDateTime now = row.getObject(9, OffsetDateTime.class);
    return new Member(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        Optional.of(new Member.Joined(row.getString(5), row.getString(6)))
            .filter(joined -> !joined.member().isEmpty()),
        started.toInstant(),
        Duration.between(heartbeat, now));
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
