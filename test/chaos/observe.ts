import type { Pool } from 'pg';

/**
 * Notes in the database itself, in the transaction that does it, each message that comes into the inbox and each that is
 * done: what the service leaves behind is not asked to speak for itself.
 */
export async function observeInbox(pool: Pool): Promise<void> {
  await pool.query(`
    create table observed (
      seq  bigint not null,
      what text not null,
      -- When the transaction that did it began; when it was committed is kept by the server (track_commit_timestamp).
      began timestamptz not null default now()
    );
    create index on observed (seq, what);
    create function observe() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        insert into observed (seq, what) values (new.seq, 'came');
        -- That a number has changed is done in the statement that files it.
        if new.done_at is not null then insert into observed (seq, what) values (new.seq, 'done'); end if;
      elsif old.done_at is null and new.done_at is not null then
        insert into observed (seq, what) values (new.seq, 'done');
      end if;
      return null;
    end $$;
    create trigger observed after insert or update on inbox for each row execute function observe();
  `);
}
