import { readFile } from 'node:fs/promises';
import { holderOf } from '../../db/links';
import { personNow } from '../../db/merges';
import { type DocumentGiven, isDocumentType, normaliseDocument } from '../../domain/document';
import { readDocuments } from '../../services/imports/documents';
import type { Whose } from './placeWords';
import type { AdminTools } from './run';

/** Somebody a command is about; `row`: where she stands in its file. */
export type Meant = { personId: string; row?: number };

type Tools = Pick<AdminTools, 'pool' | 'vault' | 'now' | 'ask' | 'complain'>;

/** The people a command is about. Nothing where one of them is not known: what is wrong has been said then. */
export async function peopleMeant(whose: Whose, tools: Tools): Promise<Meant[] | undefined> {
  if (whose === 'asked') return asked(tools);
  if ('file' in whose) return listed(whose.file, tools);
  const personId = await personNow(tools.pool, whose.person);
  if (personId) return [{ personId }];
  tools.complain('Nobody has this id.');
  return undefined;
}

async function asked(tools: Tools): Promise<Meant[] | undefined> {
  const answer = (await tools.ask('Type and number of her document, such as CC 52123456: ')).trim();
  const [, typed = '', number = ''] = /^(\p{L}+)[\s.:]*(.*)$/u.exec(answer) ?? [];
  const type = typed.toUpperCase();
  if (!isDocumentType(type) || normaliseDocument(number, type) === '') {
    tools.complain('This needs the type and the number of a document, such as CC 52123456.');
    return undefined;
  }
  const personId = await holder({ type, number: normaliseDocument(number, type) }, tools);
  if (personId) return [{ personId }];
  tools.complain('Nobody is registered with this document.');
  return undefined;
}

async function listed(file: string, tools: Tools): Promise<Meant[] | undefined> {
  const read = readDocuments(await readFile(file));
  const faults = read.ok ? [] : read.faults;
  const people: Meant[] = [];
  for (const { row, document } of read.ok ? read.lines : []) {
    const personId = await holder(document, tools);
    if (personId === undefined) faults.push(`row ${row}: nobody is registered with this document`);
    else if (people.some((one) => one.personId === personId)) faults.push(`row ${row}: she stands above already`);
    else people.push({ personId, row });
  }
  for (const fault of faults) tools.complain(fault);
  return faults.length > 0 ? undefined : people;
}

async function holder({ type, number }: Required<DocumentGiven>, { pool, vault, now }: Tools) {
  return (await holderOf(pool, { type, index: vault.index(number) }, now))?.personId;
}
