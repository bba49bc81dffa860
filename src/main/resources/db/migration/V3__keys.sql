-- Keys that nodes made, sealed by the master key. The primary key decides who fills a slot.
CREATE TABLE sealed_keys (
  kind     VARCHAR(20)                 NOT NULL,
  slot     VARCHAR(100)                NOT NULL,
  envelope VARCHAR(65536)              NOT NULL,
  created  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (kind, slot)
);
