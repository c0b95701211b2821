import { fileDueNotices } from '../db/notices';
import type { Db } from '../db/pool';
import type { Job } from './clock';

export type NoticeTools = {
  db: Db;
  now: () => Date;
  /** Told of conversations that have a notice waiting. */
  kick: (conversations: string[]) => void;
  everyMs?: number;
};

/** Brings what is due to the people it is for. */
export function noticesJob({ db, now, kick, everyMs = 1000 }: NoticeTools): Job {
  return {
    name: 'notices',
    everyMs,
    async run() {
      for (;;) {
        const { conversations, nobody } = await fileDueNotices(db, now(), AT_ONCE);
        kick(conversations);
        if (conversations.length + nobody === 0) return;
      }
    },
  };
}
const AT_ONCE = 200;
