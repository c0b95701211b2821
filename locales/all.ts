import { en } from './en';
import { es } from './es';

/** The languages we speak; a third one is a file beside these and a line here. */
export const locales = { es, en } as const;
