import type { MonthCounts } from '../../db/openData';
import { type Counts, publishable } from '../../domain/disclosure';
import type { SheetColumn } from '../workbook/sheet';

/** The columns of the open-data file. */
export const openDataColumns = [
  { name: 'mes', kind: 'text', width: 10 },
  { name: 'nivel', kind: 'text', width: 12 },
  { name: 'codigo_manzana', kind: 'text', width: 18 },
  { name: 'manzana', kind: 'text', width: 24 },
  { name: 'localidad', kind: 'text', width: 18 },
  { name: 'codigo_servicio', kind: 'text', width: 18 },
  { name: 'servicio', kind: 'text', width: 24 },
  { name: 'sesiones', kind: 'number', width: 12 },
  { name: 'personas', kind: 'number', width: 12 },
  { name: 'asistencias', kind: 'number', width: 13 },
  { name: 'suprimido', kind: 'text', width: 12 },
] as const satisfies SheetColumn[];

/**
 * The lines of the open-data file: each month's services by block, each block's total, the month's total; what
 * `publishable` hides is empty. Nothing in them depends on which other months are asked for: two files tell no more than one.
 */
export async function* openDataLines(months: AsyncIterable<MonthCounts>): AsyncGenerator<string[]> {
  for await (const month of months) yield* monthLines(month);
}

function* monthLines({ month, blocks, all }: MonthCounts): Generator<string[]> {
  const may = publishable(blocks, all);
  for (const [at, block] of blocks.entries()) {
    const place = [block.code, block.name, block.locality];
    const given = may.blocks[at];
    for (const [n, service] of block.services.entries())
      yield [month, 'servicio', ...place, service.code, service.name, ...counts(service, given?.services[n])];
    yield [month, 'manzana', ...place, '', '', ...counts(block.all, given?.all)];
  }
  yield [month, 'ciudad', '', '', '', '', '', ...counts(all, may.all)];
}

function counts({ sessions, people, attendances }: Counts, isGiven = false): string[] {
  return isGiven ? [...[sessions, people, attendances].map(String), 'no'] : [String(sessions), '', '', 'sí'];
}
