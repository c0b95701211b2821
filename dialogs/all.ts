import type { Script } from '../src/script/steps';
import { attendance } from './attendance';
import { attendanceDue } from './attendanceDue';
import { checkIn } from './checkIn';
import { checkInCode } from './checkInCode';
import {
  classCancelled,
  listEnded,
  placeEnded,
  placeMoved,
  sessionCancelled,
  sessionMoved,
  sessionRestored,
} from './classNews';
import { colleagueNews, taughtClassCancelled } from './colleagueNews';
import { consentRefused } from './consentRefused';
import { attendanceDigest, pending, teachers } from './coordinator';
import { enrolment } from './enrolment';
import { missedThree, myList, unmarked, whoMissed } from './instructorAsks';
import { linkAsked } from './linkAsked';
import { menu } from './menu';
import { myClasses } from './myClasses';
import { nextTerm } from './nextTerm';
import { notComing } from './notComing';
import { nudge } from './nudge';
import { offerEnded } from './offerEnded';
import { placeOffer } from './placeOffer';
import { proof } from './proof';
import { registration } from './registration';
import { reminder } from './reminder';
import { reminders } from './reminders';
import { resume } from './resume';
import { rights } from './rights';
import { sessionCancel } from './sessionCancel';
import { sessionMove } from './sessionMove';
import { sessionNotHeld } from './sessionNotHeld';
import { sessionRestore } from './sessionRestore';
import { sheet } from './sheet';
import { standInAsked, standInChanged, standInEnded } from './standIn';
import { substitute } from './substitute';
import { undo } from './undo';
import { whoGotIt } from './whoGotIt';
import { whoWrites } from './whoWrites';

/** Every script there is; a new one is a file beside these and a line here. */
export const scripts: Script[] = [
  menu,
  registration,
  consentRefused,
  enrolment,
  myClasses,
  notComing,
  attendance,
  attendanceDue,
  myList,
  whoMissed,
  unmarked,
  missedThree,
  undo,
  attendanceDigest,
  pending,
  teachers,
  checkIn,
  checkInCode,
  sheet,
  resume,
  rights,
  placeOffer,
  offerEnded,
  listEnded,
  classCancelled,
  placeMoved,
  placeEnded,
  sessionMoved,
  sessionCancelled,
  sessionRestored,
  sessionCancel,
  sessionMove,
  sessionNotHeld,
  sessionRestore,
  whoGotIt,
  substitute,
  colleagueNews,
  taughtClassCancelled,
  standInAsked,
  standInChanged,
  standInEnded,
  reminder,
  nextTerm,
  whoWrites,
  proof,
  nudge,
  linkAsked,
  reminders,
];
