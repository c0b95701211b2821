import type { Db } from './pool';

/** Something that was done. `actor` says who in a word ("person", "command", "token:planning"); never personal data in `details`. */
export type AuditEntry = {
  actorId?: string;
  actor: string;
  action: string;
  object: { kind: string; id?: string };
  channel: string;
  details?: { [name: string]: string | number | boolean | null };
};

/** Writes lines of the audit log. */
export async function writeAudit(db: Db, entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.query(
    `insert into audit (actor_id, actor, action, object_kind, object_id, channel, details)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])`,
    [
      entries.map((entry) => entry.actorId ?? null),
      entries.map((entry) => entry.actor),
      entries.map((entry) => entry.action),
      entries.map((entry) => entry.object.kind),
      entries.map((entry) => entry.object.id ?? null),
      entries.map((entry) => entry.channel),
      entries.map((entry) => JSON.stringify(entry.details ?? {})),
    ],
  );
}
