import { z } from 'zod/v4';
import { listed, said } from './atMeta';
import { type ConnectionConfig, connectGraph } from './graphConnection';
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
    list: async () => (await listed(connection, path, FIELDS)).flatMap((each) => Listed.safeParse(each).data ?? []),
    async create(file, language) {
      const created = Created.safeParse(
        said(await connection.ask('POST', path, JSON.stringify(bodyOf(file, language)))),
      );
      return created.data?.status ?? 'PENDING';
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
const Created = z.object({ status: z.string() });
const FIELDS = 'name,language,status,category,rejected_reason,components';

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
