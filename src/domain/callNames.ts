/** What several people are called among themselves: "Rosa M.", with more of the name where two would be called alike. */
export function callNames(people: { firstNames: string; lastNames: string }[]): string[] {
  const short = people.map(({ firstNames, lastNames }) => cut(`${firstNames} ${initial(lastNames)}`));
  const whole = people.map(({ firstNames, lastNames }) => cut(`${firstNames} ${lastNames}`));
  const isAlone = (names: string[], name: string) => names.filter((one) => one === name).length === 1;
  return people.map((_, n) => {
    const [one = '', all = ''] = [short[n], whole[n]];
    if (isAlone(short, one)) return one;
    return isAlone(whole, all) ? all : `${cut(all, MOST - 4)} (${n + 1})`;
  });
}

// A button on WhatsApp holds 20 characters.
const MOST = 20;

function initial(lastNames: string): string {
  const [letter] = lastNames.trim();
  return letter ? `${letter.toUpperCase()}.` : '';
}

function cut(name: string, most = MOST): string {
  const units = name.trim();
  return units.length <= most ? units : `${units.slice(0, most - 1).trimEnd()}…`;
}
