/** Who has a phone: `{run, contact, people: [{id, name, label, phone}]}`. */
export function people() {
  return ask('/phone/people');
}

/** Opens another phone and gives its person. */
export function openPhone(name, hidesNumber) {
  return post('/phone/people', { name, hidesNumber });
}

export function say(person, text) {
  return post('/phone/say', { person, text });
}

export function tap(person, choice, of) {
  return post('/phone/tap', { person, choice, of });
}

/** Sends a form that was filled in: `values` by the names of its fields. */
export function fill(person, of, values) {
  return post('/phone/fill', { person, of, values });
}

export function send(person, thing) {
  return post('/phone/send', { person, thing });
}

/** Brings something about that a phone's panel offers: `{done}`, false when there is nothing to tap yet. */
export function bringAbout(person, trial) {
  return post('/phone/trial', { person, trial });
}

/** What has changed on these phones since the cursor; the service holds the answer back a little until something has. */
export function changes(persons, after, signal) {
  const query = new URLSearchParams(persons.map((id) => ['person', id]));
  if (after) query.set('after', after);
  return ask(`/phone/thread?${query}`, { signal });
}

function post(path, body) {
  return ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

async function ask(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
