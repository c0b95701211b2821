/** What a reader makes of a text: a value, or why there is none. The dialogs choose the words. */
export type Read<V, Why extends string> = { ok: true; value: V } | { ok: false; why: Why };
