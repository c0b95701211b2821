import { fileDueNotices } from '../db/notices';
import type { Db } from '../db/pool';
import { quietMs } from '../domain/quietHours';
import type { Job } from './clock';

export type NoticeTools = {
  db: Db;
  now: () => Date;
  timeZone: string;
  /** Told of conversations that have a notice waiting. */
  kick: (conversations: string[]) => void;
  everyMs?: number;
};

/** Brings what is due to the people it is for; at night only what is urgent. */
export function noticesJob({ db, now, timeZone, kick, everyMs = 1000 }: NoticeTools): Job {
  return {
    name: 'notices',
    everyMs,
    async run() {
      for (;;) {
        const which = quietMs(timeZone, now()) > 0 ? 'urgent' : 'all';
        const { conversations, nobody } = await fileDueNotices(db, now(), AT_ONCE, which);
        kick(conversations);
        if (conversations.length + nobody === 0) return;
      }
    },
  };
}
const AT_ONCE = 200;
