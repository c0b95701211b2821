/** Why Meta would refuse a request: its code, and what it says in `error_data.details`. */
export type Complaint = { code: number; details: string; subcode?: number };

/** A Graph answer that is an error, in Meta's shape; the server adds `fbtrace_id`. */
export type GraphError = { status: number; body: { error: Record<string, unknown> } };

/** The HTTP answer to a refused request. */
export function graphError(complaint: Complaint): GraphError {
  const { code, details, subcode } = complaint;
  const speaksForItself = code === 190 || code === 2500 || subcode === 33;
  return {
    status: known[code]?.status ?? 400,
    body: {
      error: {
        message: speaksForItself ? details : `(#${code}) ${titleOf(code)}`,
        type: subcode === 33 ? 'GraphMethodException' : 'OAuthException',
        code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        ...(!speaksForItself && { error_data: { messaging_product: 'whatsapp', details } }),
      },
    },
  };
}

/** Graph's way of saying that there is no such thing, or not for this token. */
export function unknownObject(id: string): Complaint {
  return {
    code: 100,
    subcode: 33,
    details:
      `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, ` +
      'or does not support this operation',
  };
}

/** The same error as it stands in a `failed` status, long after the send was accepted. */
export function statusError(code: number): Record<string, unknown> {
  const title = titleOf(code);
  return {
    code,
    title,
    message: title,
    error_data: { details: known[code]?.details ?? title },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}

/** The refusal with a code that was asked for, in its usual words. */
export function usualComplaint(code: number): Complaint {
  return { code, details: known[code]?.details ?? titleOf(code) };
}

/** Whether the stand-in knows how Meta words this code. */
export function isErrorCode(code: number): boolean {
  return code in known;
}

/** Meta's title of a code. */
export function titleOf(code: number): string {
  return known[code]?.title ?? 'Something went wrong';
}

type Known = { title: string; status?: number; details?: string };

// Meta's error codes page of December 2025; where it documents no status, it is 400.
const known: Record<number, Known> = {
  1: { title: 'API Unknown' },
  2: { title: 'Service temporarily unavailable', status: 503 },
  3: { title: 'API Method', status: 500 },
  4: { title: 'Application request limit reached' },
  10: { title: 'Permission Denied', status: 403 },
  33: { title: 'Parameter value is not valid' },
  100: { title: 'Invalid parameter' },
  190: {
    title: 'Access token has expired',
    status: 401,
    details: 'Error validating access token: Session has expired.',
  },
  200: { title: 'API Permission', status: 403 },
  368: { title: 'Temporarily blocked for policies violations', status: 403 },
  80007: { title: 'Rate limit issues' },
  130429: { title: 'Rate limit hit', details: 'Cloud API message throughput has been reached.' },
  130472: { title: "User's number is part of an experiment" },
  130497: { title: 'Business account is restricted from messaging users in this country', status: 403 },
  131000: { title: 'Something went wrong', status: 500 },
  131005: { title: 'Access denied', status: 403 },
  131008: { title: 'Required parameter is missing' },
  131009: { title: 'Parameter value is not valid' },
  131016: { title: 'Service unavailable', status: 500 },
  131021: { title: 'Recipient cannot be sender' },
  131026: { title: 'Message undeliverable', details: 'Message Undeliverable.' },
  131030: { title: 'Recipient phone number not in allowed list' },
  131031: { title: 'Account has been locked', status: 403 },
  131037: { title: 'WhatsApp provided number needs display name approval before message can be sent' },
  131042: { title: 'Business eligibility payment issue' },
  131045: { title: 'Incorrect certificate', status: 500 },
  131047: {
    title: 'Re-engagement message',
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: { title: 'Spam Rate limit hit' },
  131049: {
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  131050: { title: 'User has stopped marketing messages from this business' },
  131051: { title: 'Unsupported message type' },
  131052: { title: 'Media download error' },
  131053: { title: 'Media upload error' },
  131055: { title: 'Method not allowed' },
  131056: { title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { title: 'Account in maintenance mode', status: 500 },
  131062: { title: 'Business-scoped user id recipients are not supported for this message' },
  131064: { title: 'Messaging limit reduced for template classification violations' },
  132000: { title: 'Number of parameters does not match the expected number of params' },
  132001: { title: 'Template name does not exist in the translation', status: 404 },
  132005: { title: 'Translated text too long' },
  132007: { title: 'Template format character policy violated' },
  132012: { title: 'Parameter format does not match format in the created template' },
  132015: { title: 'Template is paused', details: 'Template is paused due to low quality.' },
  132016: { title: 'Template is disabled', details: 'Template has been paused too many times and is now disabled.' },
  132018: { title: 'Template parameter value is not valid' },
  132068: { title: 'Flow is blocked' },
  132069: { title: 'Flow is throttled' },
  133000: { title: 'Incomplete deregistration', status: 500 },
  133004: { title: 'Server temporarily unavailable', status: 503 },
  133010: { title: 'Phone number not registered' },
  133016: { title: 'Account register deregister rate limit exceeded' },
  135000: { title: 'Generic user error' },
  137000: { title: 'Recipient identity key hash mismatch' },
};
