-- Codes, tokens, sessions, consents and marks, from issue to expiry. One row a grant.
-- Handles are kept as hashes, and what a grant holds is sealed.
CREATE TABLE grants (
  handle_hash VARCHAR(43)                 NOT NULL, -- base64url SHA-256
  type        VARCHAR(30)                 NOT NULL, -- model.grant.GrantType
  grant_id    VARCHAR(200)                NOT NULL,
  client_id   VARCHAR(200)                NOT NULL,
  subject     VARCHAR(200),
  session_id  VARCHAR(200),
  created_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  expires_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  attempt     VARCHAR(36),                          -- who used it up; null while it is live
  payload     VARCHAR,                              -- null once it is used up
  -- Every look-up of a handle, every use, every end of one grant. The hash comes first: it alone
  -- nearly always decides.
  PRIMARY KEY (handle_hash, type)
);

-- A replayed code or refresh token ends what came from its authorization (Revocations).
CREATE INDEX grants_by_grant ON grants (grant_id);

-- Sign-out: the codes of a session end, and its refresh tokens are looked up (AuthorizationCodes,
-- RefreshTokens). A session has few rows, so the kind needs no column here.
CREATE INDEX grants_by_session ON grants (session_id);

-- A user's remembered consent to a client, looked up at every sign-in (Consents). Nothing looks for
-- a client alone; the client of every user is a job for an operator, who can wait for a full scan.
CREATE INDEX grants_by_subject ON grants (subject, client_id);

-- Clean-up, in the order of expiry (ExpiredGrants).
CREATE INDEX grants_by_expiry ON grants (expires_at);
