import type { StandIn } from '../../src/channels/whatsapp/simulator/standIn';
import type { Carrier } from './carrier';
import type { Fleet } from './fleet';
import type { Talker } from './talker';
import type { Troubles } from './trouble';

type Counted = { standIn: StandIn; fleet: Fleet; carrier: Carrier };

/** How it goes, in a line. */
export function sofar(scene: Counted, talkers: Talker[], troubles: Troubles, began: number): string {
  const all = counts(scene, talkers, troubles);
  const seconds = Math.round((Date.now() - began) / 1000);
  return `${seconds} s: ${all.messages} messages of ${all.people} people, ${all['processes killed']} kills, ${all['Postgres restarted at once']} restarts of Postgres, ${all['replies that came out wrong or not at all']} wrong replies`;
}

/** How much there was of everything. */
export function counts(
  { standIn, fleet, carrier }: Counted,
  talkers: Talker[],
  troubles: Troubles,
): Record<string, number> {
  const { starts, killed, refused } = fleet.figures();
  const { webhooks, atOnce, later, attempts } = carrier.figures();
  const { totals } = standIn.ledger();
  const waits = talkers.flatMap((talker) => talker.waits).sort((one, other) => one - other);
  const waited = (share: number) => Math.round(waits[Math.floor(waits.length * share)] ?? 0);
  return {
    people: talkers.length,
    'people who never waited for a reply': talkers.filter(({ isPatient }) => !isPatient).length,
    messages: talkers.reduce((sum, { sent }) => sum + sent.length, 0),
    registered: talkers.filter(({ truth }) => truth.registered).length,
    'places taken': talkers.reduce((sum, { truth }) => sum + truth.taken, 0),
    'marks saved': talkers.reduce(
      (sum, { truth }) => sum + [...truth.marks.values()].reduce((all, { revision }) => all + revision, 0),
      0,
    ),
    'replies that came out wrong or not at all': talkers.reduce((sum, { wrong }) => sum + wrong.length, 0),
    'webhooks brought': webhooks,
    'webhooks that came to both at once': atOnce,
    'webhooks that came again later': later,
    ...Object.fromEntries(Object.entries(attempts).map(([status, count]) => [`attempts answered ${status}`, count])),
    'replies accepted by the Graph API': totals.accepted,
    'replies refused by the Graph API': totals.refused,
    'ms waited for a reply, the median': waited(0.5),
    'ms waited for a reply, 95 of 100 less than': waited(0.95),
    'ms waited for a reply, the longest': Math.round(waits.at(-1) ?? 0),
    'processes killed': killed,
    'processes started': starts,
    'starts refused while Postgres was away': refused,
    'Redis emptied': troubles.flushes,
    'Redis frozen': troubles.freezes,
    'rounds of terminated backends': troubles.terminated,
    'Postgres restarted at once': troubles.restarts,
  };
}
