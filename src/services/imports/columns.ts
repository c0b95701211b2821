import { isDate } from '../../domain/calendar';
import { phoneDigits } from '../../domain/phone';
import { type ClassRules, parseRules, type RuleFault } from '../../domain/rules';
import { parseSlots, type Slot, type SlotFault } from '../../domain/schedule';

/**
 * How the cells of a column are read. `why` goes on the cell: "is not a date"; a personal cell is not quoted in
 * reports; a file may lack a column that `mayLack`, whose cells are then undefined.
 */
export type Column<V> = { read: (text: string) => Read<V>; isPersonal?: boolean; mayLack?: boolean };
type Read<V> = { ok: true; value: V } | { ok: false; why: string };

/** Text that must be there, at most so many characters. */
export function words(longest = 200): Column<string> {
  return {
    read: (text) => {
      if (text === '') return refused('is empty');
      return text.length > longest ? refused(`is longer than ${longest} characters`) : read(text);
    },
  };
}

/** A name that is shown in a WhatsApp list, whose rows take 24 characters (UTF-16 units). */
export const shownName: Column<string> = {
  read: (text) =>
    text.length > 24 ? refused(`has ${text.length} characters; a WhatsApp list shows 24`) : words().read(text),
};

/** A cell that may be empty, which reads as null. */
export function optional<V>(column: Column<V>): Column<V | null> {
  return { ...column, read: (text) => (text === '' ? read(null) : column.read(text)) };
}

/** A column that a file may lack: what it says of is then left as it is. */
export function lackable<V>(column: Column<V>): Column<V | undefined> {
  return { ...column, mayLack: true };
}

/** A cell that reports must not quote. */
export function personal<V>(column: Column<V>): Column<V> {
  return { ...column, isPersonal: true };
}

/** One of a few words, in capitals or not. */
export function oneOf<const W extends string>(...allowed: W[]): Column<W> {
  return {
    read: (text) => {
      const found = allowed.find((word) => word.toLowerCase() === text.toLowerCase());
      return found === undefined ? refused(`is not one of ${allowed.join(', ')}`) : read(found);
    },
  };
}

/** A whole number above 0. */
export const count: Column<number> = {
  read: (text) => (/^[1-9]\d{0,5}$/.test(text) ? read(Number(text)) : refused('is not a whole number above 0')),
};

/** Degrees with a decimal point or comma, at most so many to either side. */
export function degrees(most: number): Column<number> {
  return {
    read: (text) => {
      const value = /^-?\d{1,3}([.,]\d{1,12})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
      return Math.abs(value) <= most ? read(value) : refused(`is not a number of degrees from -${most} to ${most}`);
    },
  };
}

/** A date, YYYY-MM-DD. */
export const date: Column<string> = {
  read: (text) => {
    if (isDate(text)) return read(text);
    const isAsShown = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{5}$/.test(text);
    const way = isAsShown ? ': in Excel, give the column the format aaaa-mm-dd (yyyy-mm-dd) before you save it' : '';
    return refused(`is not a date of the form 2025-01-31${way}`);
  },
};

/** A document number as it was typed; one that a spreadsheet took for an amount has lost or gained digits. */
export const documentNumber: Column<string> = {
  isPersonal: true,
  read: (text) => (/[.,]\d{1,2}$/.test(text) || SHORTENED.test(text) ? refused(AS_AMOUNT) : words(40).read(text)),
};
const SHORTENED = /^\d+([.,]\d+)?E\+\d+$/i;
const AS_AMOUNT = 'was taken for an amount by the spreadsheet: give the column the format Text, and type it again';

/** A phone, as E.164 digits. */
export const phone: Column<string> = {
  isPersonal: true,
  read: (text) => {
    if (/[.,]0$/.test(text) || SHORTENED.test(text)) return refused(AS_AMOUNT);
    const digits = phoneDigits(text);
    return digits ? read(digits) : refused('is not a phone number');
  },
};

/** Weekly slots. */
export const slots: Column<Slot[]> = {
  read: (text) => {
    const found = parseSlots(text);
    return found.ok ? read(found.slots) : refused(found.faults.map(slotFault).join('; '));
  },
};

/** Codes or phones, separated by semicolons. */
export const list: Column<string[]> = {
  isPersonal: true,
  read: (text) => read([...new Set(text.split(';').flatMap((item) => item.trim() || []))]),
};

/** What a class asks of whoever takes a place; empty: nothing. */
export const rules: Column<ClassRules> = {
  read: (text) => {
    const found = parseRules(text);
    return found.ok ? read(found.rules) : refused(found.faults.map(ruleFault).join('; '));
  },
};

function ruleFault({ why, text }: RuleFault): string {
  switch (why) {
    case 'unknown':
      return `has "${text}", which is none of min_age=…, max_age=…, locality=…, newcomers_first`;
    case 'age':
      return `has "${text}", where the age is not a whole number from 1 to 120`;
    case 'order':
      return `has "${text}", which lets nobody in`;
    case 'empty':
      return `has "${text}", which names no locality`;
  }
}

function slotFault({ why, text }: SlotFault): string {
  switch (why) {
    case 'empty':
      return 'is empty: at least one slot is needed, such as "mon 08:00-10:00"';
    case 'form':
      return `has "${text}", which is not of the form "mon 08:00-10:00"`;
    case 'day':
      return `has "${text}", which begins with no day of the week (mon tue wed thu fri sat sun)`;
    case 'time':
      return `has "${text}", where a time is not between 00:00 and 23:59`;
    case 'order':
      return `has "${text}", which ends before it begins`;
    case 'overlap':
      return `has "${text}", which overlaps another slot of that day`;
  }
}

function read<V>(value: V): Read<V> {
  return { ok: true, value };
}

function refused(why: string): { ok: false; why: string } {
  return { ok: false, why };
}
