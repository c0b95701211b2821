import type { Db } from './pool';

/** Whether reminders may be said in a conversation. */
export async function mayNudge(db: Db, conversationId: string): Promise<boolean> {
  const { rows } = await db.query<{ may: boolean }>({
    name: 'nudge-may',
    text: 'select reminders_refused_at is null as may from conversation where id = $1',
    values: [conversationId],
  });
  return rows[0]?.may ?? false;
}

/** Notes since when no reminders are wanted in a conversation; null: they are. */
export async function refuseNudges(db: Db, conversationId: string, since: Date | null): Promise<void> {
  await db.query({
    name: 'nudge-refuse',
    text: 'update conversation set reminders_refused_at = $2 where id = $1',
    values: [conversationId, since],
  });
}
