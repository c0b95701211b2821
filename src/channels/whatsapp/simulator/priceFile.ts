import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';
import type { PriceTable } from './prices';

const price = z.number().min(0);
const Table = z.strictObject({
  currency: z.string(),
  freeServiceMessages: z.number().int().min(0),
  rates: z.array(
    z.strictObject({
      country: z.string().regex(/^(?:[A-Z]{2}|\*)$/),
      callingCode: z.string().regex(/^\d*$/),
      service: price,
      utility: price,
      marketing: price,
      authentication: price,
    }),
  ),
});

/** Reads what messages cost. Throws an Error that names the file and the field that is wrong. */
export function readPrices(file: string): PriceTable {
  const read = Table.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`--prices ${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}
