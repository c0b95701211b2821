import { z } from 'zod/v4';
import type { Answer } from './graphAnswer';
import type { GraphConnection } from './graphConnection';

/** Everything that the Graph API lists at a path, page by page; each item is as it came. */
export async function listed(connection: GraphConnection, path: string, fields: string): Promise<unknown[]> {
  const all: unknown[] = [];
  let after = '';
  for (let n = 0; n < MOST_PAGES; n++) {
    const page = Page.parse(said(await connection.ask('GET', `${path}?fields=${fields}&limit=100${after}`)));
    all.push(...page.data);
    const next = page.paging?.next && page.paging.cursors?.after;
    if (!next) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  return all;
}
const MOST_PAGES = 100;

const Page = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string() }).optional().catch(undefined), next: z.string().optional() })
    .optional()
    .catch(undefined),
});

/** What the Graph API said. Throws an error in its words where it refused, or did not answer. */
export function said(answer: Answer): unknown {
  if (answer.kind !== 'whole')
    throw new Error('The Graph API did not answer. Check WHATSAPP_GRAPH_URL and the network.');
  let body: unknown;
  try {
    body = JSON.parse(answer.body);
  } catch {
    body = undefined;
  }
  if (answer.status === 200) return body;
  const error = Refused.safeParse(body).data?.error;
  const words = error ? `${error.code}: ${(error.error_user_msg ?? error.message).slice(0, 300)}` : answer.status;
  throw new Error(`The Graph API answered ${words}`);
}

const Refused = z.object({
  error: z.object({
    code: z.number(),
    message: z.string().catch(''),
    error_user_msg: z.string().optional().catch(undefined),
  }),
});
