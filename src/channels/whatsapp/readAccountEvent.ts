import { AccountEvent, SystemError } from './webhookShapes';

/**
 * Something about our account, number, templates or forms that an operator should know. Words and codes of Meta's only:
 * `field` is the webhook's, `event` what happened, `name` the template's, `level` how bad or how much.
 */
export type AccountEventRead = { field: string; event?: string; name?: string; level?: string; code?: number };

/** Reads a change of a field that tells of our account; nothing for fields that tell of people, or of nothing we use. */
export function readAccountEvent(field: string, value: unknown): AccountEventRead | undefined {
  if (!FIELDS.has(field)) return undefined;
  const { alert_info: alert, ...told } = AccountEvent.safeParse(value).data ?? {};
  const event = told.event ?? told.decision ?? alert?.alert_type;
  const level = told.current_limit ?? told.new_quality_score ?? told.new_category ?? alert?.alert_severity;
  return {
    field,
    ...(event && { event }),
    ...(told.message_template_name && { name: told.message_template_name }),
    ...(level && { level }),
  };
}

/** Reads an error that Meta tells of our number as a whole, beside the messages. */
export function readSystemError(item: unknown): AccountEventRead {
  const code = SystemError.safeParse(item).data?.code;
  return { field: 'errors', ...(code !== undefined && { code }) };
}

const FIELDS = new Set([
  'account_alerts',
  'account_review_update',
  'account_update',
  'business_capability_update',
  'flows',
  'message_template_quality_update',
  'message_template_status_update',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'template_category_update',
]);
