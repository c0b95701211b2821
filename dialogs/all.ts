import type { Script } from '../src/script/steps';
import { attendance } from './attendance';
import { attendanceDue } from './attendanceDue';
import { checkIn } from './checkIn';
import { checkInCode } from './checkInCode';
import { classCancelled, listEnded, sessionCancelled, sessionMoved } from './classNews';
import { enrolment } from './enrolment';
import { missedThree, myList, unmarked } from './instructorAsks';
import { linkAsked } from './linkAsked';
import { menu } from './menu';
import { myClasses } from './myClasses';
import { nudge } from './nudge';
import { offerEnded } from './offerEnded';
import { placeOffer } from './placeOffer';
import { proof } from './proof';
import { registration } from './registration';
import { reminder } from './reminder';
import { reminders } from './reminders';
import { resume } from './resume';
import { rights } from './rights';
import { sheet } from './sheet';
import { undo } from './undo';
import { whoWrites } from './whoWrites';

/** Every script there is; a new one is a file beside these and a line here. */
export const scripts: Script[] = [
  menu,
  registration,
  enrolment,
  myClasses,
  attendance,
  attendanceDue,
  myList,
  unmarked,
  missedThree,
  undo,
  checkIn,
  checkInCode,
  sheet,
  resume,
  rights,
  placeOffer,
  offerEnded,
  listEnded,
  classCancelled,
  sessionMoved,
  sessionCancelled,
  reminder,
  whoWrites,
  proof,
  nudge,
  linkAsked,
  reminders,
];
