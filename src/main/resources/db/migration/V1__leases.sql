-- Who may do what only one node does at a time, and until when. The clock is the database's.
CREATE TABLE leases (
  name       VARCHAR(100)                NOT NULL PRIMARY KEY,
  holder     VARCHAR(100)                NOT NULL,
  held_until TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
