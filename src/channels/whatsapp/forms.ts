import type { FlowFile } from './flowFiles';
import { openFlowsAtMeta, thisVersion } from './flowsAtMeta';
import type { ConnectionConfig } from './graphConnection';
import type { FlowToSend } from './render';

/** Our forms at Meta, as far as they can be sent. */
export type Forms = {
  /** Where a form in a language is; undefined where Meta would not send it. */
  find: (name: string, language: string) => FlowToSend | undefined;
  close: () => void;
};

export type FormsConfig = {
  connection: ConnectionConfig & { accountId: string };
  files: FlowFile[];
  /** `draft`: drafts are sent too, to try them. */
  mode: 'on' | 'draft';
  log: { warn: (fields: object, message: string) => void };
};

/**
 * Looks by their names which of our forms are published, once before it resolves and every ten minutes. Without an answer
 * what was known stands: at first nothing, so that everybody is asked in the chat.
 */
export async function openForms({ connection, files, mode, log }: FormsConfig): Promise<Forms> {
  const atMeta = openFlowsAtMeta({ ...connection, totalMs: 5000 });
  const ready = new Map<string, FlowToSend>();
  let isKnown = true;

  async function look(): Promise<void> {
    try {
      const there = await atMeta.list();
      for (const file of files) {
        const key = `${file.name} ${file.language}`;
        const { found } = thisVersion(file, there);
        const flow = found && toSend(found, file, mode);
        if (flow) ready.set(key, flow);
        else ready.delete(key);
        if (!flow && isKnown) log.warn({ form: key }, 'A form cannot be sent: npm run admin -- whatsapp flows');
      }
      isKnown = true;
    } catch (fault) {
      if (isKnown) log.warn({ fault }, 'The forms could not be looked up; it is tried again every ten minutes.');
      isKnown = false;
    }
  }

  await look();
  const clock = setInterval(() => void look(), LOOK_MS);
  clock.unref();
  return {
    find: (name, language) => ready.get(`${name} ${language}`),
    close() {
      clearInterval(clock);
      atMeta.close();
    },
  };
}
const LOOK_MS = 600_000;

function toSend({ id, status }: { id: string; status: string }, { json }: FlowFile, mode: 'on' | 'draft') {
  const [screen] = json.screens;
  if (!screen || (status !== 'PUBLISHED' && !(mode === 'draft' && status === 'DRAFT'))) return undefined;
  return { id, screen: screen.id, mode: status === 'DRAFT' ? 'draft' : 'published' } as const;
}
