import { z } from 'zod/v4';
import { listed, said } from './atMeta';
import { type FlowFile, stemOf } from './flowFiles';
import { type ConnectionConfig, connectGraph } from './graphConnection';
import { multipart } from './uploadBody';

/** A form (Flow) as Meta has it; published it never changes again. */
export type FlowAtMeta = z.infer<typeof Listed>;

/** The forms of a WhatsApp account. Throws an error that says what Meta answered, where it is not what was asked for. */
export type FlowsAtMeta = {
  list: () => Promise<FlowAtMeta[]>;
  /** Makes an empty draft of that name; gives its id. */
  create: (name: string) => Promise<string>;
  /** Brings a draft its JSON; gives what Meta finds wrong with it. It is taken all the same, and cannot be published. */
  upload: (id: string, file: FlowFile) => Promise<string[]>;
  publish: (id: string) => Promise<void>;
  deprecate: (id: string) => Promise<void>;
  /** Only a draft can be deleted. */
  remove: (id: string) => Promise<void>;
  close: () => void;
};

/** Opens them. The token must have the permission whatsapp_business_management. */
export function openFlowsAtMeta(config: ConnectionConfig & { accountId: string }): FlowsAtMeta {
  const connection = connectGraph({ totalMs: 30_000, ...config });
  const path = `/${config.accountId}/flows`;
  const ask = async (...asked: Parameters<typeof connection.ask>) => said(await connection.ask(...asked));
  return {
    list: async () =>
      (await listed(connection, path, 'id,name,status')).flatMap((each) => Listed.safeParse(each).data ?? []),
    create: async (name) =>
      Created.parse(await ask('POST', path, JSON.stringify({ name, categories: ['SIGN_UP'] }))).id,
    async upload(id, { text }) {
      const file = { name: 'flow.json', type: 'application/json', bytes: Buffer.from(text) };
      const fields = { name: 'flow.json', asset_type: 'FLOW_JSON' };
      const answer = Uploaded.parse(await ask('POST', `/${id}/assets`, multipart(fields, file)));
      return answer.validation_errors.map(({ message, line_start: line }) =>
        line ? `line ${line}: ${message}` : message,
      );
    },
    publish: async (id) => void (await ask('POST', `/${id}/publish`)),
    deprecate: async (id) => void (await ask('POST', `/${id}/deprecate`)),
    remove: async (id) => void (await ask('DELETE', `/${id}`)),
    close: connection.close,
  };
}

/** Of what Meta has, this version of the form; a name once deprecated is spent, and its next one has a number. */
export function thisVersion({ nameAtMeta }: FlowFile, there: FlowAtMeta[]): { found?: FlowAtMeta; nextName: string } {
  const mine = there.filter(({ name }) => name === nameAtMeta || name.startsWith(`${nameAtMeta}_`));
  const found = mine.find(({ status }) => status !== 'DEPRECATED');
  const nextName = mine.length === 0 ? nameAtMeta : `${nameAtMeta}_${mine.length + 1}`;
  return { ...(found && { found }), nextName };
}

/** Of what Meta has, the other versions of the form that are not given up yet. */
export function otherVersions(file: FlowFile, there: FlowAtMeta[]): FlowAtMeta[] {
  const isThis = ({ name }: FlowAtMeta) => name === file.nameAtMeta || name.startsWith(`${file.nameAtMeta}_`);
  const isOurs = ({ name, status }: FlowAtMeta) => name.startsWith(stemOf(file)) && status !== 'DEPRECATED';
  return there.filter((flow) => isOurs(flow) && !isThis(flow));
}

const Listed = z.object({ id: z.string(), name: z.string(), status: z.string() });
const Created = z.object({ id: z.string() });
const Uploaded = z.object({
  validation_errors: z
    .array(z.object({ message: z.string().catch('unknown'), line_start: z.number().optional().catch(undefined) }))
    .catch([])
    .default([]),
});
