-- Who may log in and for whom they act: people by phone number, their organisations, their sessions.
-- The session library keeps its users in `person`, its sessions in `session` (tokens only as SHA-256) and its codes in `verification`.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT UNIQUE,
  phone_verified INTEGER NOT NULL DEFAULT 0,
  -- asked for by the session library; always an invented address, never a real one
  email TEXT NOT NULL UNIQUE,
  email_verified INTEGER NOT NULL DEFAULT 0,
  image TEXT,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  expires_at INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- when it was last used, to within a minute
  seen_at INTEGER NOT NULL DEFAULT 0,
  ip_address TEXT,
  user_agent TEXT
) STRICT;
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE verification (
  id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX verification_identifier ON verification (identifier);
CREATE INDEX verification_expiry ON verification (expires_at);

-- The session library checks that this table exists; nobody here has a password or a foreign login, so it stays empty.
CREATE TABLE credential (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  provider_id TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  access_token TEXT,
  refresh_token TEXT,
  id_token TEXT,
  access_token_expires_at INTEGER,
  refresh_token_expires_at INTEGER,
  scope TEXT,
  password TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- one request for a code a minute and ten a day for one phone; the phone is kept as a keyed hash
CREATE TABLE code_request (
  phone_hash TEXT PRIMARY KEY,
  requested_at INTEGER NOT NULL,
  day TEXT NOT NULL,
  count INTEGER NOT NULL
) STRICT;
CREATE INDEX code_request_day ON code_request (day);

CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'township', 'department', 'office', 'finance', 'government', 'bank', 'guarantor', 'insurer', 'lender', 'account_bank', 'auditor')),
  name TEXT NOT NULL,
  credit_code TEXT,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  registered_at INTEGER NOT NULL,
  UNIQUE (scheme_id, kind, name)
) STRICT;
CREATE UNIQUE INDEX organisation_credit_code ON organisation (scheme_id, credit_code) WHERE credit_code IS NOT NULL;

CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  org_id TEXT NOT NULL REFERENCES organisation (id),
  title TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  registered_at INTEGER NOT NULL,
  UNIQUE (person_id, org_id)
) STRICT;
CREATE INDEX membership_org ON membership (org_id);
