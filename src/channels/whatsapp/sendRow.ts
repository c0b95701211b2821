import type { ClaimedRow } from '../../db/outbox';
import { mayBeOfForm } from '../../domain/delivery';
import type { SendResult } from './graphAnswer';
import { type FileContent, type FlowContent, type GraphContent, render, renderFile, renderForm } from './render';
import { renderTemplate, type TemplateContent } from './renderTemplate';
import type { SenderTools } from './sender';

/** Besides what Meta answers. `faulty`: it has no form WhatsApp takes; `late`: what it takes along was too long on its way. */
export type RowSent = SendResult | { kind: 'faulty' } | { kind: 'late' };

/** Posts a row in the form it may leave in, what it takes along first; no post begins after `postBy`. Never rejects. */
export async function sendRow(
  tools: SenderTools,
  row: ClaimedRow,
  { form, postBy }: { form: 'free' | 'template'; postBy: number },
): Promise<RowSent> {
  const { graph, log } = tools;
  try {
    const content = (form === 'free' && formOf(tools, row)) || (await contentOf(tools, row, form));
    if ('kind' in content) return content;
    if (performance.now() > postBy) return { kind: 'late' };
    const result = await graph.send(row.to, content, row.id);
    if (!isFlow(content) || result.kind !== 'refused' || !mayBeOfForm(result.code)) return result;
    log.warn({ outboxId: row.id, code: result.code }, 'A form was refused; its question is asked in the chat.');
    return await graph.send(row.to, plain(tools, row), row.id);
  } catch (fault) {
    log.error({ outboxId: row.id, fault }, 'A message could not be put into a form WhatsApp takes.');
    return { kind: 'faulty' };
  }
}

type Content = GraphContent | FlowContent | TemplateContent | FileContent;

function isFlow(content: Content): boolean {
  return content.type === 'interactive' && content.interactive.type === 'flow';
}

// One that is no longer published since is not tried.
function formOf({ forms }: SenderTools, { body: { form } }: ClaimedRow): FlowContent | undefined {
  const found = form && forms?.find(form.name, form.language);
  return form && found ? renderForm(form, found) : undefined;
}

function plain({ metrics }: SenderTools, { body }: ClaimedRow): GraphContent {
  return render(body, () => metrics?.cut());
}

async function contentOf(
  tools: SenderTools,
  row: ClaimedRow,
  form: 'free' | 'template',
): Promise<Content | SendResult> {
  const { metrics, templates, uploads } = tools;
  const { body } = row;
  if (form === 'template' && body.template) {
    const file = templates?.get(body.template.name);
    // Without the file, as Meta would say of a template it does not have.
    return file
      ? renderTemplate(body.template, body.choices ?? [], file)
      : { kind: 'refused', code: 132001, action: 'fail' };
  }
  if (!body.file || !uploads) return plain(tools, row);
  const upload = await uploads(row.id, body.file);
  if (upload.kind === 'uploaded') return renderFile(body.text, upload, () => metrics?.cut());
  return upload.kind === 'refused' ? upload : { kind: 'unsent' };
}
