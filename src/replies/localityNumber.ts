import type { Locality } from '../domain/localities';

/** A folded line with each locality's name where its number was: "localidad 7", "la octava localidad". */
export function localitiesByName(line: string, localities: Locality[]): string {
  const nameOf = (said: string, number: string) =>
    localities.find(({ code }) => Number(code) === (numbers.get(number) ?? Number(number)))?.name ?? said;
  return line
    .replace(/\blocalidad(?: numero| nro\.?| no\.?)? ?#? ?(\d{1,2}|[a-z]{3,16})\b(?! anos)/g, nameOf)
    .replace(/\b([a-z]{5,16}) localidad\b/g, nameOf);
}

const numbers = new Map(
  [
    'uno primera',
    'dos segunda',
    'tres tercera',
    'cuatro cuarta',
    'cinco quinta',
    'seis sexta',
    'siete septima',
    'ocho octava',
    'nueve novena',
    'diez decima',
    'once undecima',
    'doce duodecima',
    'trece',
    'catorce',
    'quince',
    'dieciseis',
    'diecisiete',
    'dieciocho',
    'diecinueve',
    'veinte vigesima',
  ].flatMap((line, at) => line.split(' ').map((word): [string, number] => [word, at + 1])),
);
