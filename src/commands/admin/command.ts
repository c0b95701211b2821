import { parseArgs } from 'node:util';
import { type ExportKind, type ExportWish, exportKinds } from '../../services/exports/exportRequest';
import { type ImportKind, importers } from '../../services/imports/importFile';
import { type ClassCommand, readClasses } from './classWords';
import { type HelpCommand, readHelpRequests } from './helpWords';
import { type MessageCommand, readMessages, readWhatsApp } from './messageWords';
import { type PeopleCommand, readInstructors } from './peopleWords';
import { type PlaceCommand, readEnrolments } from './placeWords';
import { type ReviewCommand, readReviews } from './reviewWords';
import { readSessions, type SessionCommand } from './sessionWords';
import { isUuid } from './uuid';

/** Something `npm run admin -- …` can do. */
export type Command =
  | { kind: 'import'; what: ImportKind; file: string }
  | { kind: 'export'; what: ExportKind; wish: ExportWish; out?: string }
  | { kind: 'token add' | 'token revoke'; name: string }
  | HelpCommand
  | PeopleCommand
  | ReviewCommand
  | { kind: 'addresses dead' }
  | { kind: 'parked list' }
  | { kind: 'parked replay'; conversation: string }
  | SessionCommand
  | ClassCommand
  | PlaceCommand
  | MessageCommand;

/** A command read, or what is wrong with the words given; no words at all ask for the usage. */
export type CommandRead = { ok: true; command: Command } | { ok: false; fault?: string };

/** What is printed when somebody asks, or asks for something there is not. */
export const usage = `Usage: npm run admin -- COMMAND

  import ${Object.keys(importers).join('|')} FILE.csv
  export attendance --from 2025-01-01 --to 2025-01-31 [--as-of 2025-02-05] [--site CODE] [--class CODE]
                    [--instructor CODE] [--service CODE] [--format ${exportKinds.attendance.join('|')}] [--out FILE]
  export roster     with the same words; a page to be printed, a sheet for each session
  export open-data  --from 2025-01-01 --to 2025-03-31 [--as-of …] [--format ${exportKinds['open-data'].join('|')}] [--out FILE]
  token add NAME        prints a token for programs, once
  token revoke NAME
  instructors code CODE prints a code for an instructor to prove who she is, once; good for two days
  help-requests list    who waits for a person
  help-requests show ID her name and phone, to call her; the look is in the audit log
  help-requests close ID --by NAME  she has been answered
  reviews list          what only a person can decide
  reviews show ID       the two people of a near match, side by side, and what becomes of what both have if they are one;
                        [--keep PERSON]; the look is in the audit log
  reviews decide ID merge|apart [--keep PERSON] [--marks PERSON|attended]  makes the two one, or tells them apart;
                        --marks: whose marks count where they differ, or whichever says that she came
  reviews decide ID TEXT  notes what was decided on an address conflict
  reviews undo ID       takes back merge or apart
  addresses dead        where nobody is reached any more
  parked list           conversations with messages that could not be worked
  parked replay ID      works the messages of one of them again
  sessions cancel CLASS DATE --reason "why" --by NAME  cancels a session to come
  sessions move CLASS DATE --to "DATE HH:MM" --by NAME  gives it another time; [--until HH:MM], else it lasts as long; [--reason]
  sessions restore CLASS DATE --by NAME  lets a cancelled one take place after all
  sessions not-held CLASS DATE --reason "why" --by NAME  notes that one which has begun, with nobody marked, was not held
                        of several on a day: --starts HH:MM; whoever has a place or teaches is told; the reason goes to those
                        with a place, as it is written; ill, place and event are said in each one's language
  sessions reopen CLASS DATE --until DATE --reason "why" --by NAME  lets a session be marked again
  classes cancel CLASS --reason "why" --by NAME  cancels a class for good, once you say yes or with --yes; whoever has a place, waits
                        for one or teaches is told; the reason is only kept
  enrolments move       --from CLASS --to CLASS --by NAME: gives a place in another class; attendance stays where it was
  enrolments end        --class CLASS --reason "why" --by NAME: gives up a place, or a place in line; the next in line gets it
                        whose: the document is asked for, or is a line of the input, such as CC 52123456;
                        [--person ID] as "reviews show" gives it; [--file FILE.csv]: document_type, document_number
  messages unsent       what has not left or arrived, and why; [--since 2026-11-01]
  messages cost         --month 2026-11 [--format csv]: what they cost, by task and site
  whatsapp check        looks at token, number, events, webhook, templates and forms, and says what to do
  whatsapp templates    compares them with WhatsApp Manager; --create sends in those missing
  whatsapp flows        brings the forms there as drafts; --publish publishes them and gives up older ones

The database is the one of DATABASE_URL, else the embedded one of DATA_DIR.`;

/** Reads the words after `npm run admin --`. */
export function readCommand(words: string[]): CommandRead {
  const [first, ...rest] = words;
  switch (first) {
    case undefined:
    case 'help':
    case '--help':
      return { ok: false };
    case 'import':
      return readImport(rest);
    case 'export':
      return readExport(rest);
    case 'token':
      return readToken(rest);
    case 'help-requests':
      return readHelpRequests(rest);
    case 'instructors':
      return readInstructors(rest);
    case 'reviews':
      return readReviews(rest);
    case 'addresses':
      return rest.length === 1 && rest[0] === 'dead'
        ? { ok: true, command: { kind: 'addresses dead' } }
        : { ok: false, fault: 'addresses knows only "dead".' };
    case 'parked':
      return readParked(rest);
    case 'sessions':
      return readSessions(rest);
    case 'classes':
      return readClasses(rest);
    case 'enrolments':
      return readEnrolments(rest);
    case 'messages':
      return readMessages(rest);
    case 'whatsapp':
      return readWhatsApp(rest);
    default:
      return { ok: false, fault: `There is no command "${first}".` };
  }
}

function readImport([what = '', file, ...more]: string[]): CommandRead {
  if (!isImportKind(what)) return { ok: false, fault: `import needs one of ${Object.keys(importers).join(', ')}.` };
  if (!file || more.length > 0) return { ok: false, fault: `import ${what} needs one file.` };
  return { ok: true, command: { kind: 'import', what, file } };
}

function readExport([what = '', ...options]: string[]): CommandRead {
  if (!isExportKind(what)) return { ok: false, fault: `export needs one of ${Object.keys(exportKinds).join(', ')}.` };
  try {
    const { out, 'as-of': as_of, ...wish } = parseArgs({ args: options, options: exportOptions }).values;
    // npm writes lines of its own to the output.
    if (wish.format?.endsWith('xlsx') && !out)
      return { ok: false, fault: `export ${what}: ${wish.format} needs --out FILE.xlsx.` };
    return {
      ok: true,
      command: { kind: 'export', what, wish: { ...wish, ...(as_of && { as_of }) }, ...(out && { out }) },
    };
  } catch (fault) {
    return { ok: false, fault: `export ${what}: ${(fault as Error).message}` };
  }
}

const string = { type: 'string' } as const;
const exportOptions = {
  from: string,
  to: string,
  'as-of': string,
  site: string,
  class: string,
  instructor: string,
  service: string,
  format: string,
  out: string,
};

function readToken([verb, name, ...more]: string[]): CommandRead {
  if (verb !== 'add' && verb !== 'revoke') return { ok: false, fault: 'token needs "add" or "revoke".' };
  if (!name || name.startsWith('-') || more.length > 0) return { ok: false, fault: `token ${verb} needs one name.` };
  return { ok: true, command: { kind: `token ${verb}`, name } };
}

function readParked([verb, conversation, ...more]: string[]): CommandRead {
  if (verb === 'list' && conversation === undefined) return { ok: true, command: { kind: 'parked list' } };
  if (verb !== 'replay') return { ok: false, fault: 'parked needs "list" or "replay".' };
  if (!isUuid(conversation) || more.length > 0)
    return { ok: false, fault: 'parked replay needs one conversation, as "parked list" names it.' };
  return { ok: true, command: { kind: 'parked replay', conversation } };
}

function isExportKind(text: string): text is ExportKind {
  return Object.hasOwn(exportKinds, text);
}

function isImportKind(text: string): text is ImportKind {
  return Object.hasOwn(importers, text);
}
