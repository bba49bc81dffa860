-- The nodes of the cluster, each start of one a row of its own. Times are those of the database's clock.
CREATE TABLE cluster_members (
  start_id  VARCHAR(36)                 NOT NULL PRIMARY KEY,
  node      VARCHAR(100)                NOT NULL,
  address   VARCHAR(255)                NOT NULL,
  port      INTEGER                     NOT NULL,
  -- What the cluster calls the node, and which view it has; empty before it has joined.
  member    VARCHAR(100)                NOT NULL,
  view_id   VARCHAR(100)                NOT NULL,
  started   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  heartbeat TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
