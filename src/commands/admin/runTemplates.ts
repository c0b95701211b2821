import type { TemplateFile, TemplateFiles } from '../../channels/whatsapp/templateFiles';
import { openTemplatesAtMeta, type TemplateAtMeta } from '../../channels/whatsapp/templatesAtMeta';
import type { Config } from '../../config';

export type TemplateTools = {
  templates: {
    config: Pick<Config, 'whatsapp' | 'accountId' | 'graphUrl' | 'graphVersion'>;
    files: TemplateFiles;
  };
  say: (line: string) => void;
  complain: (line: string) => void;
};

/**
 * Compares our templates with those of the account, and sends in those it lacks if asked to. Exit code 0 only when all are
 * there, approved and the same.
 */
export async function lookAfterTemplates(create: boolean, tools: TemplateTools): Promise<number> {
  const { config, files } = tools.templates;
  if (!config.whatsapp || !config.accountId) {
    tools.complain('This needs the four WHATSAPP_ credentials and WHATSAPP_ACCOUNT_ID.');
    return 2;
  }
  const { accessToken } = config.whatsapp;
  const connection = { url: config.graphUrl, version: config.graphVersion, accessToken };
  const atMeta = openTemplatesAtMeta({ ...connection, accountId: config.accountId });
  try {
    const there = await atMeta.list();
    let open = 0;
    for (const [file, language] of wanted(files)) {
      const found = there.find(({ name, language: code }) => name === file.name && code === language);
      const status = found ? standingOf(file, language, found) : 'MISSING';
      const said = status === 'MISSING' && create ? `sent in: ${await atMeta.create(file, language)}` : status;
      if (said !== 'APPROVED') open += 1;
      tools.say(`${file.name}  ${language}  ${said}  ${adviceOn(status, create)}`.trimEnd());
    }
    return open === 0 ? 0 : 1;
  } finally {
    atMeta.close();
  }
}

function wanted(files: TemplateFiles): [TemplateFile, string][] {
  return [...files.values()].flatMap((file) =>
    Object.keys(file.texts).map((language): [TemplateFile, string] => [file, language]),
  );
}

function standingOf(file: TemplateFile, language: string, found: TemplateAtMeta): string {
  const body = found.components.find(({ type }) => type === 'BODY')?.text;
  const reason = found.rejected_reason === 'NONE' ? undefined : found.rejected_reason;
  if (found.status !== 'APPROVED') return reason ? `${found.status} ${reason}` : found.status;
  if (body !== undefined && body !== file.texts[language]?.body) return 'CHANGED';
  return found.category && found.category !== file.category ? `APPROVED as ${found.category}` : 'APPROVED';
}

function adviceOn(status: string, create: boolean): string {
  const [word = '', as] = status.split(' ');
  if (word === 'APPROVED') return as ? 'Meta has put it in another category: it may cost more.' : '';
  if (word === 'MISSING') return create ? 'Approval takes minutes, at most a day.' : 'Send it in with --create.';
  return ADVICE[word] ?? 'See WhatsApp Manager.';
}

const ADVICE: { [status: string]: string } = {
  PENDING: 'Approval takes minutes, at most a day.',
  IN_APPEAL: 'The appeal is being looked at.',
  REJECTED: 'Read the reason in WhatsApp Manager, change its file, delete it there and send it in again.',
  PAUSED: 'Too many people disliked it: it comes back by itself after some hours. Look at what is sent, and to whom.',
  DISABLED: 'It is off for good: write another under a new name.',
  LIMIT_EXCEEDED: 'The account has as many templates as it may: delete some in WhatsApp Manager.',
  CHANGED: 'The approved text is not the one of its file: edit it in WhatsApp Manager, or put the file back.',
};
