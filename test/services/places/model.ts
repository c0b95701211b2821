/** What the history of one class's places tells, a line a change, in the order in which the class's lock was given. */
export type Change = {
  seq: number;
  tx: string;
  person: string | null;
  was: Status | null;
  now: Status | null;
  company: number;
  newcomer: boolean;
  why: string | null;
  capacity: number | null;
};
type Status = 'enrolled' | 'waitlisted' | 'offered' | 'withdrawn';

type Waiting = { person: string; company: number; newcomer: boolean };

/**
 * A class in memory, as simple as can be: who has a place, who is offered one, who waits in what order. Every change of the
 * real one is put to it; one that it would not have allowed is a fault.
 */
export class ModelOfAClass {
  readonly faults: string[] = [];
  private readonly places = new Map<string, { company: number; offered: boolean }>();
  private line: Waiting[] = [];
  private readonly moments: { seq: number; free: number; careFree: number }[] = [];

  constructor(
    private capacity: number,
    private readonly carePlaces: number | null,
    private readonly newcomersFirst: boolean,
  ) {
    this.remember(0);
  }

  /** Takes in one transaction's changes; afterwards nothing may be overfull and no place may lie idle. */
  takeIn(changes: Change[]): void {
    for (const change of changes) this.takeInOne(change);
    this.hold(this.free() >= 0 || changes.every(({ was }) => was !== null), 'more people than places');
    this.hold(this.careFree() >= 0, 'more cared for than the care room holds');
    this.hold(this.firstFit() === undefined, 'a place lies idle while somebody waits who could have it');
    this.remember(changes.at(-1)?.seq ?? 0);
  }

  /** Those who wait, the first first. */
  waiting(): string[] {
    return this.line.map(({ person }) => person);
  }

  stands(person: string): 'enrolled' | 'offered' | 'waitlisted' | undefined {
    const place = this.places.get(person);
    if (place) return place.offered ? 'offered' : 'enrolled';
    return this.line.some((one) => one.person === person) ? 'waitlisted' : undefined;
  }

  /** Whether at some moment between two changes there was no place for her, or none for those who come along. */
  lacked(what: 'place' | 'care', company: number, [from, to]: [number, number]): boolean {
    const first = this.moments.findLastIndex(({ seq }) => seq <= from);
    return this.moments
      .slice(first)
      .filter(({ seq }) => seq <= to)
      .some(({ free, careFree }) => (what === 'place' ? free <= 0 : company > careFree));
  }

  private takeInOne({ person, was, now, company, newcomer, capacity }: Change): void {
    if (person === null) this.capacity = capacity ?? this.capacity;
    else if (now === 'enrolled') this.enrol({ person, company, newcomer }, was);
    else if (now === 'waitlisted') this.wait({ person, company, newcomer });
    else if (now === 'offered') this.offer(person);
    else this.end(person);
  }

  private enrol({ person, company }: Waiting, was: Status | null): void {
    if (was === 'offered') {
      this.hold(this.places.get(person)?.offered === true, 'took an offer that nobody made her');
    } else {
      this.hold(this.free() > 0 && this.fits(company), 'enrolled where there was no place');
      const ahead = this.firstFit();
      this.hold(ahead === undefined || ahead.person === person, 'went before somebody who waited');
      this.line = this.line.filter((one) => one.person !== person);
    }
    this.places.set(person, { company, offered: false });
  }

  private wait(one: Waiting): void {
    this.hold(this.stands(one.person) === undefined, 'waits twice');
    this.hold(this.free() <= 0 || !this.fits(one.company), 'waits though there was a place');
    const behind = this.line.findIndex(({ newcomer }) => this.newcomersFirst && one.newcomer && !newcomer);
    this.line.splice(behind < 0 ? this.line.length : behind, 0, one);
  }

  private offer(person: string): void {
    const first = this.firstFit();
    this.hold(first?.person === person, 'was offered a place before her turn');
    this.places.set(person, { company: first?.company ?? 0, offered: true });
    this.line = this.line.filter((one) => one.person !== person);
  }

  private end(person: string): void {
    this.hold(this.stands(person) !== undefined, 'ended what was not there');
    this.places.delete(person);
    this.line = this.line.filter((one) => one.person !== person);
  }

  private firstFit(): Waiting | undefined {
    return this.free() > 0 ? this.line.find(({ company }) => this.fits(company)) : undefined;
  }

  private fits(company: number): boolean {
    return company === 0 || company <= this.careFree();
  }

  private free(): number {
    return this.capacity - this.places.size;
  }

  private careFree(): number {
    return (this.carePlaces ?? 0) - [...this.places.values()].reduce((sum, { company }) => sum + company, 0);
  }

  private remember(seq: number): void {
    this.moments.push({ seq, free: this.free(), careFree: this.careFree() });
  }

  private hold(isSo: boolean, otherwise: string): void {
    if (!isSo) this.faults.push(otherwise);
  }
}
