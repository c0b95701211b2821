/** Whether a word, accents left out, is common as a given name and rare as a family name: "Cecilia", "Milena", "Jairo". */
export function isGivenName(word: string): boolean {
  return givenNames.has(word);
}

const givenNames = new Set(
  (
    'maria ana luz rosa elena cecilia marina patricia milena paola stella estella lucia ines isabel cristina fernanda alejandra andrea johanna ' +
    'yohana johana marcela liliana lilia elvira emilia eugenia teresa beatriz gloria victoria sofia camila carolina viviana constanza dary mery ' +
    'nelly alba aurora consuelo jose jairo alberto eduardo fernando hernando augusto ricardo alexander david felipe camilo esteban yaneth janeth ' +
    'edith ruth esther raquel amparo leonor leticia celina delia tulia elisa julia adriana catalina natalia valentina daniela gabriela juliana ' +
    'xiomara yulieth lizeth marlen marleny omaira esperanza margarita ofelia graciela rosalba myriam miriam fabiola yolanda nohora nubia amanda ' +
    'angelica monica veronica sandra lorena yesenia tatiana vanessa katherine catherine stephanie carmenza elsa irma olga betty gladys ' +
    'nidia astrid ingrid karen yamile yadira zoraida soraya eloisa matilde josefina leonilde bertha berta flor nancy dolly socorro ' +
    'lina liz luisa marta martha paula laura diana claudia jimena ximena yurany yuliana mayerly leidy jenny yenny angie jessica ' +
    'vicente enrique antonio carlos luis juan manuel pablo miguel ignacio javier arturo ' +
    'jane ann anne marie mary grace lee rose lynn elizabeth louise jean joy hope faith'
  ).split(' '),
);
