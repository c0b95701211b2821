import type { Recipient } from './wamid';

/** What Meta charges for; free words are `service`. */
export type Category = 'service' | 'utility' | 'marketing' | 'authentication';

/** Prices of a delivered message. `'*'` as a country is for all that have no line of their own. */
export type PriceTable = {
  currency: string;
  /** Service messages of a calendar month (UTC) that cost nothing. */
  freeServiceMessages: number;
  rates: Rate[];
};
type Rate = { country: string; callingCode: string } & Record<Category, number>;

/** What one message to this person costs beyond the free ones: by the country of her number, or of her user id. */
export function rateFor(table: PriceTable, to: Recipient, category: Category): number {
  const isHers = ({ country, callingCode }: Rate): boolean =>
    'phone' in to ? callingCode !== '' && to.phone.startsWith(callingCode) : to.bsuid.startsWith(`${country}.`);
  const hers = table.rates
    .filter(isHers)
    .sort((one, other) => other.callingCode.length - one.callingCode.length)
    .concat(table.rates.filter(({ country }) => country === '*'));
  return hers[0]?.[category] ?? 0;
}

/**
 * Prices as others report them for October 2026, in US dollars; Meta's own price list may say otherwise. Since then a
 * service message costs what a utility template does.
 */
export const reportedPrices: PriceTable = {
  currency: 'USD',
  freeServiceMessages: 1000,
  rates: [
    rate('CO', '57', { message: 0.0008, marketing: 0.0125 }),
    rate('BR', '55', { message: 0.0068, marketing: 0.0625 }),
    rate('CL', '56', { message: 0.02, marketing: 0.0889 }),
    rate('AR', '54', { message: 0.026, marketing: 0.0618 }),
    rate('*', '', { message: 0.01, marketing: 0.05 }),
  ],
};

function rate(country: string, callingCode: string, { message, marketing }: { message: number; marketing: number }) {
  return { country, callingCode, service: message, utility: message, authentication: message, marketing };
}
