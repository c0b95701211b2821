import { codeIn, type FaultName } from './faults';
import { graphError, usualComplaint } from './graph/errors';
import type { GraphAnswer } from './graphApi';
import { graphReply, noteRefusal } from './graphReply';
import type { LittleAnswer } from './littleServer';
import type { World } from './world';

/** What the business gets instead of, or long after, the answer that it should have got. */
export async function faultyAnswer(world: World, fault: FaultName, answer: GraphAnswer): Promise<LittleAnswer> {
  const slowMs = world.faults.slowMs ?? 2000;
  const code = codeIn(fault);
  if (code !== undefined && fault.startsWith('refuse:')) return refused(world, code);
  switch (fault) {
    case 'refuse500':
      return refused(world, 131000, 500);
    case 'refuse503':
      return refused(world, 131016, 503);
    case 'refuse429':
      return refused(world, 130429, 429);
    case 'html':
      lost(world, 502, 'HTML');
      return html;
    case 'reset':
      lost(world, 0, 'reset');
      return 'reset';
    case 'timeout':
      lost(world, 0, 'timeout');
      return 'silence';
    case 'acceptThen500':
      return graphReply(graphError(usualComplaint(131000)));
    case 'acceptThenHtml':
      return html;
    case 'acceptThenReset':
      return 'reset';
    case 'acceptThenSilence':
      return 'silence';
    case 'slow':
      await world.pauses.pause(slowMs);
      return graphReply(answer);
    case 'slowLoris':
      return { ...graphReply(answer), overMs: slowMs };
    default:
      return graphReply(answer);
  }
}

const html = { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><h1>502 Bad Gateway</h1></html>' };

function refused(world: World, code: number, status?: number): LittleAnswer {
  const answer = graphError(usualComplaint(code));
  const shown = { ...answer, status: status ?? answer.status };
  noteRefusal(world, shown);
  return graphReply(shown, status === 429 ? { 'retry-after': '1' } : {});
}

function lost(world: World, status: number, details: string): void {
  world.ledger.refuse({ at: world.account.now(), status, code: 0, details });
}
