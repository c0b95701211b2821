import { type At, classesAt, classesOf, sessionOf, siteOfPerson } from '../db/classes';
import type { Db } from '../db/pool';
import { refuseReminders, saveReply } from '../db/reminders';
import { classesElsewhere } from '../db/subjects';
import { classOffer, enrol } from './enrolment';
import { givePlaceUp, type PlaceClock } from './offers';
import type { PlacesDesk } from './placesDesk';

/** Binds what is done about places to one turn; `who` tells who writes by now, for she may register in this very turn. */
export function openPlaces(tx: Db, who: () => string | undefined, clock: PlaceClock): PlacesDesk {
  const at: At = { now: clock.now, today: clock.today };
  const hers = <T>(work: (personId: string) => Promise<T>, nobody: T): Promise<T> => {
    const personId = who();
    return personId === undefined ? Promise.resolve(nobody) : work(personId);
  };
  return {
    mySite: () => hers((personId) => siteOfPerson(tx, personId), null),
    classesAt: (siteId) => classesAt(tx, siteId, at),
    classesElsewhere: (siteIds) => classesElsewhere(tx, siteIds, clock.today),
    classOffer: (classId) => classOffer(tx, { classId, personId: who() }, at),
    enrol: (classId, wish = {}) => enrol(tx, { classId, personId: who(), wish }, at),
    myClasses: () => hers((personId) => classesOf(tx, personId, at), []),
    leave: async (classId, why = 'left') => ({
      ok: (await hers((personId) => givePlaceUp(tx, { classId, personId }, why, clock), undefined)) !== undefined,
    }),
    mySession: (sessionId) => hers((personId) => sessionOf(tx, sessionId, personId), null),
    sayComing: (sessionId, coming) =>
      hers((personId) => saveReply(tx, { sessionId, personId, coming }, at.now), undefined),
    wantReminders: (wanted) => hers((personId) => refuseReminders(tx, personId, wanted ? null : at.now), undefined),
  };
}
