-- Which person a WeChat account belongs to, once a phone number has been proven with it; the account's id is kept as a keyed hash.
CREATE TABLE wechat_binding (
  openid_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  bound_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX wechat_binding_person ON wechat_binding (person_id);
