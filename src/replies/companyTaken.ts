/**
 * A line about who comes along with only those she takes, where she first tells of more: "cuido tres niños pero solo
 * llevaría al más chiquito"; and with a "nooo" as any other "no".
 */
export function onlyThoseTaken(line: string): string {
  const said = line.replace(/\bno{2,}\b/g, 'no');
  return said.replace(wholeHouse, 'llevo ');
}

const takes =
  '(?:llevo|llevaria|llevare|traigo|traeria|voy con|iria con|vengo con|va|van|iria|irian|viene|vienen|vendria|puedo llevar|voy a llevar|quiero llevar)';
const wholeHouse = new RegExp(
  `^(?:yo )?(?:cuido|tengo|en (?:la|mi) casa (?:tengo|cuido|hay|somos)|somos|son)\\b[^?]*? (?:pero|aunque|\\/) (?:a clase |alla |yo )?(?:solo|solamente|unicamente|nada mas|no mas|nomas) ${takes} (?:con )?(?:a )?`,
);

const small = '(?:[1-9]|1[0-7])';
const young = 'nin[oa]|ninit[oa]|hij[oa]|hijit[oa]|niet[oa]|nietecit[oa]|bebe|sobrin[oa]|ahijad[oa]';
const kin = 'viejos|viejitos|papas|padres|abuelos|abuelitos|suegros';

/** What says no more of those named, each in the words of the ones before it: their age after them, that they nurse, who the two are. */
export const apposed: [RegExp, string][] = [
  // "Sinco niños soy madre comunitaria".
  [
    /(?:^| )(?:\/ )?(?:yo )?soy (?:una |la )?(?:madre|mama) (?:comunitaria|sustituta|cabeza de (?:familia|hogar)|soltera)\b/g,
    ' ',
  ],
  [
    /(?: \/)?(?: y| que| todavia| aun)* (?:toma|(?:esta )?(?:tomando|lactando)|le doy|come)(?: \w+)? (?:pecho|teta|seno|tetero|leche)\b/g,
    '',
  ],
  [/ lactando\b/g, ''],
  // "El niño 6 años / la niña 3".
  [new RegExp(`\\b((?:el|la|mi|una?) (?:${young})) ${small}(?: (?:anos|anitos|meses))?(?= \\/| y |$)`, 'g'), '$1'],
  [/\b(?:por (?:el |un )?|del |de un |desde (?:el|un) |en un )accidente(?: de \w+)?\b/g, ''],
  [
    new RegExp(
      `\\b(?:mis |los )?(?:${kin})(?: (?:\\/ )?(?:los dos|ambos))?(?: \\/)? (?:mi )?(?:papa y (?:mi )?mama|mama y (?:mi )?papa|abuel[oa] y (?:mi )?abuel[oa])\\b`,
      'g',
    ),
    'mis papas los dos',
  ],
  // "Casi no caminan" is of the old; what a disability is, is asked.
  [
    new RegExp(
      `((?:${kin}|papa|mama|abuel[oa]|abuelit[oa]|suegr[oa])(?: los dos)?)(?: \\/)?(?: (?:que|ya|y))* casi no (?:caminan?|ven?|oyen?|escuchan?)\\b`,
      'g',
    ),
    '$1',
  ],
];
