package org.gatehouse.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.store.GrantFilter;

/**
 * The statements on grants. An end is compared with the time of the calling node, as in every
 * store: the clocks of nodes differ by no more than {@code gatehouse.tokens.clock-skew}, and a
 * settable clock tests them all.
 */
final class GrantSql {
  /** A grant, in the order of {@link GrantRows#read}. */
  private static final String GRANT =
      "grant_id, client_id, subject, session_id, created_at, expires_at, payload";

  private static final String KEY = "handle_hash = ? AND type = ?";
  private static final String LIVE = "attempt IS NULL AND expires_at > ?";

  static final String INSERT =
      "INSERT INTO grants (handle_hash, type, " + GRANT + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** An expired row that waits for its clean-up is as good as none: its place may be taken. */
  static final String INSERT_OR_REPLACE_EXPIRED =
      INSERT
          + " ON CONFLICT (handle_hash, type) DO UPDATE SET attempt = NULL"
          + ", grant_id = EXCLUDED.grant_id, client_id = EXCLUDED.client_id"
          + ", subject = EXCLUDED.subject, session_id = EXCLUDED.session_id"
          + ", created_at = EXCLUDED.created_at, expires_at = EXCLUDED.expires_at"
          + ", payload = EXCLUDED.payload WHERE grants.expires_at <= ?";

  static final String REPLACE_EXPIRED =
      "UPDATE grants SET attempt = NULL, grant_id = ?, client_id = ?, subject = ?, session_id = ?"
          + ", created_at = ?, expires_at = ?, payload = ? WHERE "
          + KEY
          + " AND expires_at <= ?";

  static final String FIND = "SELECT " + GRANT + " FROM grants WHERE " + KEY + " AND " + LIVE;

  /** Also a grant that was used up, with who did. */
  static final String FIND_USED =
      "SELECT "
          + GRANT
          + ", attempt FROM grants WHERE "
          + KEY
          + " AND client_id = ?"
          + " AND attempt IS NOT NULL AND expires_at > ?";

  static final String RENEW = "UPDATE grants SET expires_at = ? WHERE " + KEY + " AND " + LIVE;

  static final String REVOKE = "DELETE FROM grants WHERE " + KEY;

  /**
   * Uses a live grant up and answers it as it was before. Of callers at the same moment the first
   * holds the row; the others wait for its commit, look at the row anew, and find it used.
   */
  static final String USE_H2 =
      "SELECT "
          + GRANT
          + " FROM OLD TABLE (UPDATE grants SET attempt = ?, payload = NULL WHERE "
          + KEY
          + " AND client_id = ? AND "
          + LIVE
          + ")";

  /** The same. RETURNING knows the row as it became, so it is read and held first. */
  static final String USE_POSTGRESQL =
      "WITH live AS (SELECT handle_hash, type, "
          + GRANT
          + " FROM grants WHERE "
          + KEY
          + " AND client_id = ? AND "
          + LIVE
          + " FOR UPDATE)"
          + " UPDATE grants g SET attempt = ?, payload = NULL FROM live"
          + " WHERE g.handle_hash = live.handle_hash AND g.type = live.type RETURNING live.grant_id"
          + ", live.client_id, live.subject, live.session_id, live.created_at, live.expires_at"
          + ", live.payload";

  private GrantSql() {}

  static String findAll(GrantFilter filter) {
    return "SELECT "
        + GRANT
        + " FROM grants WHERE "
        + LIVE
        + where(filter)
        + " ORDER BY created_at";
  }

  static String revokeAll(GrantFilter filter) {
    return "DELETE FROM grants WHERE TRUE" + where(filter);
  }

  /** What a filter names, in the order of {@link #where}. */
  static List<String> values(GrantFilter filter) {
    List<String> values = new ArrayList<>();
    filter.grantId().ifPresent(values::add);
    filter.sessionId().ifPresent(values::add);
    filter.subject().ifPresent(values::add);
    filter.clientId().ifPresent(values::add);
    filter.type().map(Enum::name).ifPresent(values::add);
    return values;
  }

  private static String where(GrantFilter filter) {
    return and("grant_id", filter.grantId())
        + and("session_id", filter.sessionId())
        + and("subject", filter.subject())
        + and("client_id", filter.clientId())
        + and("type", filter.type());
  }

  private static String and(String column, Optional<?> value) {
    return value.isPresent() ? " AND " + column + " = ?" : "";
  }
}
