/**
 * A phone as E.164 digits without "+", or nothing where it is none. National numbers are read as Colombian: ten digits
 * since September 2021 (CRC, Resolución 5826 of 2019); older Bogotá landlines of seven digits get their "601".
 */
export function phoneDigits(text: string): string | undefined {
  const typed = text.slice(0, 40).normalize('NFKC').trim();
  if (!/^\+?[\d\s().\-–/]+$/.test(typed)) return undefined;
  const digits = typed.replace(/\D/g, '');
  if (typed.startsWith('+')) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  // Eleven digits that begin like a Colombian mobile are one with a digit too many, not a number of the Netherlands.
  if (/^3[0-25]\d{9}$/.test(digits)) return undefined;
  return national(digits) ?? (digits.length > 10 ? international(digits) : undefined);
}

function international(digits: string): string | undefined {
  if (digits.startsWith('57')) return national(digits.slice(2));
  return /^[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
}

function national(digits: string): string | undefined {
  if (/^(?:3\d{9}|60[1-8]\d{7})$/.test(digits)) return `57${digits}`;
  if (/^[2-8]\d{6}$/.test(digits)) return `57601${digits}`;
  // The area code as it was written before 2021: "1" for Bogotá, here after the country's "57" was taken off.
  if (/^1[2-8]\d{6}$/.test(digits)) return `57601${digits.slice(1)}`;
  return undefined;
}
