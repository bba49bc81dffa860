-- One row. Every change of clients and resources raises the version in the same transaction; the
-- nodes look at it and drop what they hold in memory when it moved. Whoever changes the tables by
-- hand does the same: UPDATE configuration_state SET version = version + 1.
CREATE TABLE configuration_state (
  id      SMALLINT NOT NULL PRIMARY KEY,
  version BIGINT   NOT NULL
);
INSERT INTO configuration_state (id, version) VALUES (1, 1);
