import type { MarkStatus } from '../../../src/domain/marks';
import type { Act } from './acts';
import { type Mark, NEVER, type Place, type Record, type Session } from './records';

const DAY = 24 * 3_600_000;

/** Attendance in memory, as simple as can be: one act after another. A mark stands on those before it; undo takes it off. */
export class ModelOfMarks {
  sessions = new Map<string, Session>();
  places: Place[] = [];
  waiting = new Set<string>();
  teaching = new Set<string>();
  private substitutes = new Map<string, string>();
  private guests = new Set<string>();
  private reopened = new Map<string, number>();
  closingDays = 8;
  private records = new Map<string, Record>();
  private undos = new Map<string, { session: string; undone: string[] }>();
  /** How many marks were ever written: the number of the newest. */
  rows = 0;
  /** The messages by which somebody has written, in her order: the last is what she takes back. */
  readonly messages: { [who: string]: string[] } = {};

  copy(): ModelOfMarks {
    return Object.assign(new ModelOfMarks(), structuredClone({ ...this }));
  }

  /** Does one act; a writer who had to wait had `looked` at the marks up to a number before. Gives what she is told. */
  take(act: Act, looked = this.rows): unknown {
    switch (act.does) {
      case 'mark':
        return this.mark(act, looked);
      case 'undo':
        return this.undo(act);
      case 'bring':
        return this.bring(act);
      case 'substitute':
        return this.appoint(act);
      case 'enrol':
      case 'import':
        return this.place(act.person, act.ofClass, act.does === 'import' ? act.since : act.at);
      case 'leave':
        return this.leave(act.person, act.ofClass, act.at) || this.waiting.delete(key(act.ofClass, act.person));
      case 'change class':
        return this.changeClass(act);
      case 'move':
      case 'cancel':
        return this.change(act);
      case 'reopen':
        this.reopened.set(act.session, Math.max(act.until, this.reopened.get(act.session) ?? 0));
        return true;
      case 'close after':
        this.closingDays = act.days;
        return true;
      case 'teach':
        return Boolean(this.teaching.add(key(act.ofClass, act.who)));
      case 'teach no more':
        return this.teaching.delete(key(act.ofClass, act.who)) || true;
    }
  }

  /** Who is on a session's list: each with the mark that stands, and how many there have been. */
  table(session: string): { [person: string]: { status?: MarkStatus; reason?: string; revision: number } } {
    const people = [
      ...new Set([...this.placed(session), ...this.named(this.guests, session), ...this.marked(session)]),
    ];
    return Object.fromEntries(
      people.sort().map((person) => {
        const { live, written } = this.record(session, person);
        const { status, reason } = live.at(-1) ?? {};
        return [person, { ...(status && { status }), ...(reason && { reason }), revision: written.length }];
      }),
    );
  }

  private mark({ who, session, given, message, sent }: Act & { does: 'mark' }, looked: number): unknown {
    const refusal = this.refusal(who, session, sent);
    if (refusal) return refusal;
    const latest = [...new Map(given.map((one) => [one.person, one])).values()];
    const listed = this.table(session);
    const compared = latest
      .filter(({ person }) => !this.record(session, person).written.includes(message))
      .filter(({ person, bulk }) => !(bulk && listed[person]?.status))
      .map((one) => {
        const { live, written, row } = this.record(session, one.person);
        const stands = live.at(-1);
        const differs = stands?.status !== one.status || (one.reason !== undefined && one.reason !== stands.reason);
        return { ...one, stands, differs, isNewer: row > looked || written.length > (one.seen ?? written.length) };
      });
    if (compared.some(({ person }) => !listed[person])) return { ok: false, why: 'not_on_roster' };
    if (compared.some(({ isNewer, differs }) => isNewer && differs)) return { ok: false, why: 'changed_meanwhile' };
    const isLate = sent > this.session(session).ends + DAY;
    if (isLate && compared.some(({ differs, stands, reason }) => differs && stands && !reason))
      return { ok: false, why: 'reason_needed' };
    const written = compared.filter(({ differs }) => differs);
    for (const { person, status, reason } of written) {
      const record = this.record(session, person);
      record.row = this.rows += 1;
      record.written.push(message);
      this.note(who, message);
      record.live.push({ by: who, message, status, ...(reason && { reason }), sent, row: this.rows });
    }
    return { ok: true, saved: written.length };
  }

  private undo({ who, message, sent }: Act & { does: 'undo' }): unknown {
    const before = this.undos.get(message);
    // Whoever lost the class meanwhile is shown no list.
    const again = before && this.may(who, before.session) ? before.undone : [];
    if (before) return { ok: true, undone: this.onTheList(before.session, again), kept: [] };
    const live = [...this.records].flatMap(([of, record]) => record.live.map((mark) => ({ of, mark })));
    const hers = live.filter(({ mark }) => mark.by === who && mark.sent > sent - DAY);
    const last = hers.sort((one, other) => other.mark.row - one.mark.row)[0];
    if (!last) return { ok: false, why: 'nothing' };
    const [session = ''] = last.of.split(' ');
    const refusal = this.refusal(who, session, sent);
    if (refusal) return refusal;
    const isHers = (mark: Mark | undefined) => mark?.by === who && mark.message === last.mark.message;
    const told = { undone: [] as string[], kept: [] as string[] };
    const listed = this.table(session);
    for (const [of, record] of this.records) {
      const [where, person = ''] = of.split(' ');
      if (where !== session || !record.live.some(isHers)) continue;
      const isOnTop = isHers(record.live.at(-1));
      told[isOnTop ? 'undone' : 'kept'].push(person);
      if (!isOnTop) continue;
      record.live.pop();
      // A guest whose mark is taken back is on the list no more.
      if (record.live.length === 0) this.guests.delete(of);
      record.row = this.rows += 1;
      record.written.push(message);
      this.note(who, message);
    }
    if (told.undone.length > 0) this.undos.set(message, { session, undone: told.undone });
    return { ok: true, undone: told.undone.filter((person) => listed[person]).sort(), kept: told.kept.sort() };
  }

  private note(who: string, message: string): void {
    const hers = this.messages[who] ?? [];
    this.messages[who] = hers.includes(message) ? hers : [...hers, message];
  }

  private onTheList(session: string, people: string[]): string[] {
    const listed = this.table(session);
    return people.filter((person) => listed[person]).sort();
  }

  private bring({ who, session, person, sent }: Act & { does: 'bring' }): unknown {
    const refusal = this.refusal(who, session, sent);
    if (refusal) return refusal.why;
    if (this.table(session)[person]) return 'listed';
    this.guests.add(key(session, person));
    return 'added';
  }

  private place(person: string, ofClass: string, from: number): boolean {
    if (this.placeOf(person, ofClass)) return false;
    this.waiting.delete(key(ofClass, person));
    this.places.push({ person, ofClass, from, until: NEVER });
    return true;
  }

  private leave(person: string, ofClass: string, at: number): boolean {
    const place = this.placeOf(person, ofClass);
    if (place) place.until = at;
    return place !== undefined;
  }

  private changeClass({ person, from, to, at }: Act & { does: 'change class' }): unknown {
    if (!this.placeOf(person, from)) return { ok: false, why: 'not_enrolled' };
    if (this.placeOf(person, to)) return { ok: false, why: 'already' };
    this.leave(person, from, at);
    this.place(person, to, at);
    return { ok: true };
  }

  private placeOf(person: string, ofClass: string): Place | undefined {
    return this.places.find((one) => one.person === person && one.ofClass === ofClass && one.until === NEVER);
  }

  private change(act: Act & { does: 'move' | 'cancel' }): string {
    const session = this.session(act.session);
    if (!session.planned) return 'cancelled';
    if ([...this.records].some(([of, { written }]) => of.startsWith(`${act.session} `) && written.length > 0))
      return 'marked';
    if (session.starts <= act.at) return 'begun';
    if (act.does === 'cancel') session.planned = false;
    else {
      session.starts += act.hours * 3_600_000;
      session.ends += act.hours * 3_600_000;
    }
    return 'done';
  }

  private refusal(who: string, session: string, sent: number): { ok: false; why: string } | undefined {
    if (!this.session(session).planned || !this.may(who, session)) return { ok: false, why: 'not_yours' };
    const closes = Math.max(this.session(session).ends + this.closingDays * DAY, this.reopened.get(session) ?? 0);
    return sent > closes ? { ok: false, why: 'closed' } : undefined;
  }

  private appoint({ at, who, session, other }: Act & { does: 'substitute' }): string {
    const { planned, ends } = this.session(session);
    if (!this.teaches(who, session)) return 'not_yours';
    if (!planned) return 'cancelled';
    if (ends <= at) return 'begun';
    if (this.teaches(other, session)) return 'teaches';
    if (this.substitutes.get(session) === other) return 'already';
    this.substitutes.set(session, other);
    return 'changed';
  }

  private may(who: string, session: string): boolean {
    return this.teaches(who, session) || this.substitutes.get(session) === who;
  }

  private teaches(who: string, session: string): boolean {
    return this.teaching.has(key(this.session(session).ofClass, who));
  }

  private placed(session: string): string[] {
    const { ofClass, starts, planned } = this.session(session);
    if (!planned) return [];
    const then = this.places.filter((one) => one.ofClass === ofClass && one.from <= starts && one.until > starts);
    return then.map(({ person }) => person);
  }

  private marked(session: string): string[] {
    const then = [...this.records].filter(([of, { live }]) => of.startsWith(`${session} `) && live.length > 0);
    return then.map(([of]) => of.split(' ')[1] ?? '');
  }

  private named(pairs: Set<string>, first: string): string[] {
    return [...pairs].filter((pair) => pair.startsWith(`${first} `)).map((pair) => pair.split(' ')[1] ?? '');
  }

  private session(id: string): Session {
    const session = this.sessions.get(id);
    if (!session) throw new Error('The model has no such session.');
    return session;
  }

  private record(session: string, person: string): Record {
    const of = key(session, person);
    const record = this.records.get(of) ?? { live: [], written: [], row: 0 };
    this.records.set(of, record);
    return record;
  }
}

const key = (one: string, other: string) => `${one} ${other}`;
