/**
 * Something we tell a person of our own accord: the script that says it, and what that script knows from the start (ids
 * and numbers, never what a person said). `urgent`: it cannot wait for the morning. `personId`: who it is for, where that
 * is known; her phone may be another's too.
 */
export type Notice = {
  script: string;
  known: { [name: string]: string | number | boolean | null };
  urgent?: boolean;
  personId?: string | null;
};

/**
 * What stands in for a bubble where WhatsApp allows only approved templates (24 hours after her last message): its name,
 * and its blanks by name. Its quick replies are the first choices of the bubble, in their order.
 */
export type Template = { name: string; language: string; blanks: { [name: string]: string } };
