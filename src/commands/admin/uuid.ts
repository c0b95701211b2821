/** Whether a text is an id as we print them: of a person, a conversation. */
export function isUuid(text = ''): text is string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
