import { parse } from 'csv-parse/sync';
import { createPool } from '../../db/pool';
import { dateIn } from '../../domain/calendar';
import type { Service } from '../../service';
import { createToken } from '../../services/tokens';
import { bold, type Screen } from '../terminal';

/** Fetches today's attendance of a class as another program would, prints its head and what it counts; throws unless it counts `wanted`. */
export async function printSheet(
  service: Service,
  of: { classCode: string; timeZone: string; wanted: Record<string, number> },
  screen: Screen,
): Promise<void> {
  const today = dateIn(of.timeZone, new Date());
  const url = `${service.url}/admin/exports/attendance.csv?from=${today}&to=${today}&class=${of.classCode}`;
  console.log(`\n${bold('── The attendance as CSV '.padEnd(screen.width, '─'), screen)}\n\nGET ${url}\n`);
  await refusesStrangers(url);
  const csv = await fetched(url, await tokenOf(service));
  printHead(csv);
  checkCounts(csv, of.wanted);
}

async function refusesStrangers(url: string): Promise<void> {
  const { status } = await fetch(url);
  if (status !== 401) throw new Error(`The export must answer 401 without a token; it answered ${status}.`);
}

// As `npm run admin -- token add` does it.
async function tokenOf({ databaseUrl }: Service): Promise<string> {
  const pool = createPool({ url: databaseUrl, max: 1 });
  return createToken(pool, 'demo').finally(() => pool.end());
}

async function fetched(url: string, token: string): Promise<string> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`The export must answer 200; it answered ${answer.status}.`);
  return answer.text();
}

function printHead(csv: string): void {
  const lines = csv.trimEnd().split('\r\n');
  for (const line of lines.slice(0, HEAD)) console.log(line);
  console.log(`… ${lines.length - HEAD} more rows`);
}
const HEAD = 4;

function checkCounts(csv: string, wanted: Record<string, number>): void {
  const rows: { estado_asistencia: string }[] = parse(csv, { columns: true, bom: true });
  const counts = new Map<string, number>();
  for (const { estado_asistencia: mark } of rows) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const came = [...counts].map(([mark, count]) => `${mark || '(no mark)'} ${count}`).sort();
  console.log(`\n${rows.length} rows: ${came.join(', ')}`);
  const must = Object.entries(wanted)
    .map(([mark, count]) => `${mark} ${count}`)
    .sort();
  if (came.join() !== must.join())
    throw new Error(`The sheet must count ${must.join(', ')}; it counts ${came.join(', ')}.`);
}
