import { z } from 'zod/v4';
import type { Answer } from './graphAnswer';
import { type ConnectionConfig, connectGraph, type GraphConnection } from './graphConnection';
import { blanksOf, type TemplateFile, type TemplateText } from './templateFiles';

/** A template as Meta has it. */
export type TemplateAtMeta = z.infer<typeof Listed>;

/** The templates of a WhatsApp account. Throws an error that says what Meta answered, where it is not what was asked for. */
export type TemplatesAtMeta = {
  list: () => Promise<TemplateAtMeta[]>;
  /** Sends one in for approval; gives Meta's first word on it. */
  create: (file: TemplateFile, language: string) => Promise<string>;
  close: () => void;
};

/** Opens them. The token must have the permission whatsapp_business_management. */
export function openTemplatesAtMeta(config: ConnectionConfig & { accountId: string }): TemplatesAtMeta {
  const connection = connectGraph({ ...config, totalMs: 30_000 });
  const path = `/${config.accountId}/message_templates`;
  return {
    list: () => listAll(connection, path),
    async create(file, language) {
      const said = Created.safeParse(read(await connection.ask('POST', path, JSON.stringify(bodyOf(file, language)))));
      return said.data?.status ?? 'PENDING';
    },
    close: connection.close,
  };
}

// Values of Meta's may grow: what is no list of words is left out.
const Listed = z.object({
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string().optional().catch(undefined),
  rejected_reason: z.string().optional().catch(undefined),
  components: z
    .array(z.object({ type: z.string(), text: z.string().optional().catch(undefined) }))
    .catch([])
    .default([]),
});
const Page = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string() }).optional().catch(undefined), next: z.string().optional() })
    .optional()
    .catch(undefined),
});
const Created = z.object({ status: z.string() });
const MOST_PAGES = 100;

async function listAll(connection: GraphConnection, path: string): Promise<TemplateAtMeta[]> {
  const fields = 'fields=name,language,status,category,rejected_reason,components&limit=100';
  const all: TemplateAtMeta[] = [];
  let after = '';
  for (let n = 0; n < MOST_PAGES; n++) {
    const page = Page.parse(read(await connection.ask('GET', `${path}?${fields}${after}`)));
    all.push(...page.data.flatMap((each) => Listed.safeParse(each).data ?? []));
    const next = page.paging?.next && page.paging.cursors?.after;
    if (!next) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  return all;
}

function bodyOf({ name, category, texts }: TemplateFile, language: string): object {
  const text = texts[language] as TemplateText;
  const blanks = blanksOf(text.body).map((blank) => ({ param_name: blank, example: text.example[blank] }));
  const buttons = text.buttons.map((title) => ({ type: 'QUICK_REPLY', text: title }));
  return {
    name,
    language,
    category,
    parameter_format: 'NAMED',
    components: [
      { type: 'BODY', text: text.body, ...(blanks.length > 0 && { example: { body_text_named_params: blanks } }) },
      ...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons }] : []),
    ],
  };
}

const Refused = z.object({
  error: z.object({
    code: z.number(),
    message: z.string().catch(''),
    error_user_msg: z.string().optional().catch(undefined),
  }),
});

function read(answer: Answer): unknown {
  if (answer.kind !== 'whole')
    throw new Error('The Graph API did not answer. Check WHATSAPP_GRAPH_URL and the network.');
  let said: unknown;
  try {
    said = JSON.parse(answer.body);
  } catch {
    said = undefined;
  }
  if (answer.status === 200) return said;
  const error = Refused.safeParse(said).data?.error;
  const words = error ? `${error.code}: ${(error.error_user_msg ?? error.message).slice(0, 300)}` : answer.status;
  throw new Error(`The Graph API answered ${words}`);
}
