/**
 * What a class asks of whoever takes a place: years of age, both ends included; the locality she lives in. With
 * `newcomersFirst` its waitlist puts those first who have never had a place in a class of its service.
 */
export type ClassRules = { minAge?: number; maxAge?: number; locality?: string; newcomersFirst?: boolean };

/** What she says of herself where a rule needs it; it is looked at and not kept. */
export type SaidOfHerself = { birthYear?: number; livesThere?: boolean };

/** Why a rule keeps her out, or what it has to know first. */
export type RuleRefusal = 'too_young' | 'too_old' | 'elsewhere' | 'age_unknown' | 'home_unknown';

/** Whether the rules let her in, in a given year. Who has her birthday later in it is counted to her good. */
export function ruledOut(rules: ClassRules, said: SaidOfHerself, year: number): RuleRefusal | undefined {
  const { minAge, maxAge, locality } = rules;
  if (minAge !== undefined || maxAge !== undefined) {
    if (said.birthYear === undefined) return 'age_unknown';
    const turns = year - said.birthYear;
    if (turns < (minAge ?? 0)) return 'too_young';
    if (turns - 1 > (maxAge ?? turns)) return 'too_old';
  }
  if (locality === undefined || said.livesThere) return undefined;
  return said.livesThere === undefined ? 'home_unknown' : 'elsewhere';
}

/** What is wrong with a piece of a rules text. */
export type RuleFault = { why: 'unknown' | 'age' | 'order' | 'empty'; text: string };

/** Reads rules as staff write them: "min_age=60; locality=Bosa; newcomers_first". */
export function parseRules(text: string): { ok: true; rules: ClassRules } | { ok: false; faults: RuleFault[] } {
  const pieces = text
    .slice(0, longestText)
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const rules: ClassRules = {};
  const faults = pieces.flatMap((piece) => readInto(rules, piece) ?? []);
  const { minAge = 0, maxAge = 200 } = rules;
  if (minAge > maxAge) faults.push({ why: 'order', text: `min_age=${minAge}; max_age=${maxAge}` });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rules };
}
const longestText = 500;

function readInto(rules: ClassRules, piece: string): RuleFault | undefined {
  const [name = '', ...rest] = piece.split('=');
  const value = rest.join('=').trim();
  switch (name.trim().toLowerCase()) {
    case 'min_age':
    case 'max_age': {
      const age = /^\d{1,3}$/.test(value) ? Number(value) : 0;
      if (age < 1 || age > 120) return { why: 'age', text: piece };
      rules[name.trim().toLowerCase() === 'min_age' ? 'minAge' : 'maxAge'] = age;
      return undefined;
    }
    case 'locality':
      if (value === '') return { why: 'empty', text: piece };
      rules.locality = value;
      return undefined;
    case 'newcomers_first':
      if (rest.length > 0) return { why: 'unknown', text: piece };
      rules.newcomersFirst = true;
      return undefined;
    default:
      return { why: 'unknown', text: piece };
  }
}
