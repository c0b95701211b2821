import type { Pool } from 'pg';
import type { OfferTerms } from '../../db/places';
import { decideReview, type OpenReview, openReviews } from '../../db/reviews';
import { lookAtPair, mergePair, tellApart, type Undecided, type Undone, undoDecision } from '../../services/reviews';
import type { Vault } from '../../services/vault';
import { localTime } from './localTime';
import { pairLines } from './pairShown';
import type { ReviewCommand } from './reviewWords';
import { clockOf } from './runPlaces';

type Tools = {
  pool: Pool;
  vault: Vault;
  timeZone: string;
  now: Date;
  offerTerms: OfferTerms;
  say: (line: string) => void;
  complain: (line: string) => void;
};
const by = { actor: 'command', channel: 'command' };

/** Does what staff do with what only a person can decide, and gives the exit code. */
export function runReviews(command: ReviewCommand, tools: Tools): Promise<number> {
  switch (command.kind) {
    case 'reviews list':
      return listReviews(tools);
    case 'reviews show':
      return showReview(command, tools);
    case 'reviews decide':
      return decide(command, tools);
    case 'reviews undo':
      return undoReview(command.id, tools);
  }
}

// Lists what waits for a decision, without saying who it is about.
async function listReviews({ pool, timeZone, say }: Tools): Promise<number> {
  const reviews = await openReviews(pool);
  if (reviews.length === 0) say('Nothing waits for a decision.');
  for (const { id, kind, subjects, details, openedAt } of reviews) {
    const alike = kind === 'near_match' ? alikeBy(details) : undefined;
    const about = alike ? [alike] : [subjects.join(' '), CONFLICTS[String(details.by)] ?? JSON.stringify(details)];
    say([id, localTime(timeZone, openedAt), kind, ...about].join('  '));
  }
  return 0;
}

function alikeBy({ alike, by: source }: OpenReview['details']): string | undefined {
  return ALIKE[String(alike ?? source)];
}

const CONFLICTS: { [by: string]: string } = {
  phone: 'two talks have come to share a phone',
  parent_bsuid: 'two talks have come to share an account of WhatsApp',
  change: 'a number has changed to one that another talk has',
  lost_phone: 'somebody no longer has the phone she is known by',
};

const ALIKE: { [alikeOrSource: string]: string } = {
  document_slip: 'names alike, documents a slip apart',
  document_type: 'names alike, one number under two types',
  names_on_phone: 'names alike on one phone, one without a document',
  names_at_site: 'the same names at one site, one without a document',
  handover: 'one talk taken on in another, each of somebody else',
  guest: 'one document given for both, names unlike',
};

// Shows the two people of a near match, masked, and what a merge would do: what is needed to decide.
async function showReview({ id, keep }: ReviewCommand & { kind: 'reviews show' }, tools: Tools): Promise<number> {
  const pair = await lookAtPair(tools.pool, id, { keep }, by);
  if (!pair) {
    tools.complain(`No open near match has the number ${id}.`);
    return 1;
  }
  tools.say(alikeBy(pair.review.details) ?? 'brought up by an earlier version');
  for (const line of pairLines(pair, tools)) tools.say(line);
  return 0;
}

// Notes what was decided; on a near match, does it.
async function decide(command: ReviewCommand & { kind: 'reviews decide' }, tools: Tools): Promise<number> {
  const { pool, say, complain } = tools;
  const { id, decision, keep, marks } = command;
  const kind = (await openReviews(pool)).find((review) => review.id === id)?.kind;
  if (kind === 'near_match') return decidePair(command, tools);
  const isOfPair = keep !== undefined || marks !== undefined;
  if (isOfPair || !(await decideReview(pool, id, { decision, by: by.actor }))) {
    complain(!isOfPair ? `No open review has the number ${id}.` : `Review ${id} is no open near match.`);
    return 1;
  }
  say('It is noted.');
  return 0;
}

async function decidePair(
  { id, decision, keep, marks }: ReviewCommand & { kind: 'reviews decide' },
  tools: Tools,
): Promise<number> {
  const { pool, vault, say, complain } = tools;
  if (decision !== 'merge' && decision !== 'apart') {
    complain('A near match is decided with "merge" or "apart".');
    return 2;
  }
  const deciding = { ...by, vault, clock: clockOf(tools) };
  const decided =
    decision === 'merge' ? await mergePair(pool, id, { keep, marks }, deciding) : await tellApart(pool, id, by);
  if (!decided.ok) {
    complain(refusalOf(id, decided));
    return 1;
  }
  say('kept' in decided ? `They are one now: ${decided.kept}. "reviews undo ${id}" takes it back.` : 'They are two.');
  return 0;
}

function refusalOf(id: string, { why, classes }: Undecided): string {
  switch (why) {
    case 'not_open':
      return `No open near match has the number ${id}.`;
    case 'not_two':
      return 'They are one already. "reviews decide" with "apart" closes it.';
    case 'not_one_of_them':
      return `--keep and --marks need one of the two ids that "reviews show ${id}" gives.`;
    case 'merged_already':
      return 'One of them was merged meanwhile. Look again.';
    case 'works_here':
      return 'One of them is an instructor or a coordinator: what she did could no longer be told from what was noted of her.';
    case 'two_documents':
      return `Both have a document number: look at the papers, and name the right one with --keep.`;
    case 'consent_withdrawn':
      return 'The last word of one of them on her data was no: close her case first.';
    case 'marks_differ':
      return `In ${classes} both were marked, and differently: "reviews show ${id}" tells how. Say whose marks count, with --marks and her id, or --marks attended.`;
  }
}

// Takes back what was decided on two people.
async function undoReview(id: string, { pool, say, complain }: Tools): Promise<number> {
  const undone = await undoDecision(pool, id, by);
  if (!undone.ok) {
    complain(undoRefusalOf(id, undone));
    return 1;
  }
  say('They are two again, and to be decided on.');
  if (undone.stayed > 0) say(`Places and marks of since that stay with the one who was kept: ${undone.stayed}.`);
  return 0;
}

function undoRefusalOf(id: string, { why, classes }: Undone & { ok: false }): string {
  switch (why) {
    case 'not_decided':
      return `Nothing that can be taken back was decided on ${id}.`;
    case 'merged_further':
      return 'The one who was kept was merged with another since: undo that first.';
    case 'document_taken':
      return 'Somebody else is registered with her document by now: it has to be settled first whose it is.';
    case 'class_full':
      return `Her place in ${classes} is somebody else's by now. Give that class one more place, by importing it anew, and undo then.`;
  }
}
