// oidc-provider's adapter over SQLite, as durable as the provider measured beside it: WAL and synchronous=FULL.
import Database from 'better-sqlite3';

export function open(path) {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`
    CREATE TABLE IF NOT EXISTS artifacts (
      kind TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, grant_id TEXT, uid TEXT, user_code TEXT, expires_at INTEGER,
      PRIMARY KEY (kind, id)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS artifacts_grant ON artifacts (grant_id) WHERE grant_id IS NOT NULL;
    CREATE INDEX IF NOT EXISTS artifacts_uid ON artifacts (kind, uid) WHERE uid IS NOT NULL;
    CREATE INDEX IF NOT EXISTS artifacts_user_code ON artifacts (kind, user_code) WHERE user_code IS NOT NULL;
    CREATE TABLE IF NOT EXISTS citizens (email TEXT PRIMARY KEY, name TEXT NOT NULL, password TEXT NOT NULL) WITHOUT ROWID;`);
  return database;
}

export function adapterOver(database) {
  const upsert = database.prepare(`
    INSERT INTO artifacts (kind, id, payload, grant_id, uid, user_code, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (kind, id) DO UPDATE SET payload = excluded.payload, expires_at = excluded.expires_at`);
  const find = database.prepare('SELECT payload FROM artifacts WHERE kind = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)');
  const findByUid = database.prepare('SELECT payload FROM artifacts WHERE kind = ? AND uid = ?');
  const findByUserCode = database.prepare('SELECT payload FROM artifacts WHERE kind = ? AND user_code = ?');
  const consume = database.prepare("UPDATE artifacts SET payload = json_set(payload, '$.consumed', ?) WHERE kind = ? AND id = ?");
  const destroy = database.prepare('DELETE FROM artifacts WHERE kind = ? AND id = ?');
  const revoke = database.prepare('DELETE FROM artifacts WHERE grant_id = ?');
  const now = () => Math.floor(Date.now() / 1000);
  const read = (row) => (row ? JSON.parse(row.payload) : undefined);

  return class {
    constructor(kind) { this.kind = kind; }

    async upsert(id, payload, expiresIn) {
      upsert.run(this.kind, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, payload.userCode ?? null,
        expiresIn ? now() + expiresIn : null);
    }

    async find(id) { return read(find.get(this.kind, id, now())); }

    async findByUid(uid) { return read(findByUid.get(this.kind, uid)); }

    async findByUserCode(userCode) { return read(findByUserCode.get(this.kind, userCode)); }

    async consume(id) { consume.run(now(), this.kind, id); }

    async destroy(id) { destroy.run(this.kind, id); }

    async revokeByGrantId(grantId) { revoke.run(grantId); }
  };
}
