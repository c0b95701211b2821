/** Why Meta would refuse a request: its code, and what it says in `error_data.details`. */
export type Complaint = { code: number; details: string; subcode?: number };

/** A Graph answer that is an error, in Meta's shape; the server adds `fbtrace_id`. */
export type GraphError = { status: number; body: { error: Record<string, unknown> } };

/** The HTTP answer to a refused request. */
export function graphError(complaint: Complaint): GraphError {
  const { code, details, subcode } = complaint;
  const speaksForItself = code === 190 || code === 2500 || subcode === 33;
  return {
    status: httpStatus[code] ?? 400,
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

/** The same error as it stands in a `failed` status, long after the send was accepted. */
export function statusError(code: number): Record<string, unknown> {
  const title = titleOf(code);
  return {
    code,
    title,
    message: title,
    error_data: { details: details[code] ?? title },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}

function titleOf(code: number): string {
  return titles[code] ?? 'Something went wrong';
}

// Graph documents these statuses; everything else is 400.
const httpStatus: Record<number, number> = { 2: 503, 190: 401, 131000: 500, 131016: 500, 132001: 404 };

const titles: Record<number, string> = {
  2: 'Service temporarily unavailable',
  100: 'Invalid parameter',
  130429: 'Rate limit hit',
  131000: 'Something went wrong',
  131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid',
  131021: 'Recipient cannot be sender',
  131026: 'Message undeliverable',
  131047: 'Re-engagement message',
  131056: '(Business Account, Consumer Account) pair rate limit hit',
  132000: 'Number of parameters does not match the expected number of params',
  132001: 'Template name does not exist in the translation',
  132018: 'Template parameter value is not valid',
};

const details: Record<number, string> = {
  131047:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};
