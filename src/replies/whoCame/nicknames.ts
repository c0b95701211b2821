import { wordSet } from '../text';

/** Folded words of a name, and the same with each nickname written out: "mafe" also as "maria", "fernanda". */
export function nicknames(words: string[]): string[][] {
  const at = words.findIndex((word) => short.has(word) || short.has(plainOf(word)));
  const word = words[at] ?? '';
  const full = short.get(word) ?? short.get(plainOf(word)) ?? [];
  return [words, ...full.map((names) => [...words.slice(0, at), ...names, ...words.slice(at + 1)])];
}

/** Whether a folded word is a given name in short: its beginning ("caro"), that with an ending ("yoli"), its diminutive ("anita"). */
export function isShortFor(word: string, name: string): boolean {
  if (word.length < 3 || word === name) return false;
  if (diminutivesOf(word).includes(name)) return true;
  if (isGivenName(word) || name.length < word.length) return false;
  return (
    name.startsWith(word) || (word.length > 3 && /[yi]s?$/.test(word) && name.startsWith(word.replace(/[yi]s?$/, '')))
  );
}

/** Whether a folded word is a given name that many women or men in Colombia have. */
export function isGivenName(word: string): boolean {
  return given.has(word);
}

/** "Anita" of "ana", "blanquita" of "blanca", "carmencita" of "carmen". */
function diminutivesOf(word: string): string[] {
  const stem = /^(.{2,}?)(?:c?it|ic)[ao]s?$/.exec(word)?.[1];
  if (!stem) return [];
  const stems = [stem, `${stem}z`, stem.replace(/qu$/, 'c'), stem.replace(/gu$/, 'g')];
  return stems.flatMap((one) => [one, `${one}a`, `${one}o`, `${one}e`]);
}

/** "Pachito" as "pacho", where there is such a nickname. */
function plainOf(word: string): string {
  const plain = diminutivesOf(word).filter((one) => one.endsWith('e') || one.at(-1) === word.at(-1));
  return plain.find((one) => short.has(one)) ?? word;
}

// What the people of Colombia call each other, where the name does not begin so.
const short = new Map<string, string[][]>(
  (
    'lupe guadalupe|chela graciela,marcela|chelo consuelo,graciela|mafe maria fernanda|mafer maria fernanda|majo maria jose|pacho francisco|' +
    'pacha francisca|paco francisco|pancho francisco|kiko francisco|lucho luis|lucha luz,lucia,luisa|chucho jesus|tono antonio|toni antonio|memo guillermo|' +
    'nacho ignacio|pepe jose|pepa josefa|chepe jose|chepa josefa|quique enrique|kike enrique|beto alberto,roberto,norberto,gilberto|' +
    'berto alberto,roberto,norberto,gilberto|tito alberto,ernesto|nando fernando,hernando|nanda fernanda|concha concepcion|conchita concepcion|' +
    'chayo rosario|charo rosario|chava salvador|chabela isabel|chavela isabel|chabe isabel|chavita isabel|licha alicia|lichita alicia|' +
    'tencha hortensia|chona encarnacion,asuncion|chole soledad|choli soledad|cuca maria|maruja maria|maruca maria|marucha maria|mariucha maria|mary maria|mari maria|' +
    'lena elena,helena,magdalena|malena magdalena,maria elena|maluz maria luz|marilu maria luisa,maria lucia|malu maria luisa,maria lucia|' +
    'nata natalia|nati natalia,natividad|naty natalia|nubi nubia|' +
    'pili pilar|pily pilar|queta enriqueta|tina cristina,martina,ernestina,valentina,albertina|cris cristina,cristian|kris cristina|' +
    'tata natalia,tatiana|titina cristina|yeya aurelia|yaya gloria|lala eulalia,gladys|lola dolores|lolita dolores|mecha mercedes|meche mercedes|' +
    'menche mercedes|merce mercedes|paty patricia|pati patricia|patri patricia|patty patricia|goya gregoria|' +
    'goyo gregorio|juancho juan|juanca juan carlos|juanpa juan pablo|juanma juan manuel|fina josefina|finita josefina|' +
    'jony jonathan|kata catalina|cata catalina|kathe katherine|kate katherine|caty catalina,katherine|katy catalina,katherine|lili liliana,lilia|lily liliana,lilia|' +
    'luchis luz,lucia,luisa|luzma luz marina|luzda luz dary|marthica marta,martha|teya doroteya|techa teresa,esther|' +
    'toya victoria|vicky victoria|viky victoria|viki victoria|vivi viviana|vale valentina,valeria|xime ximena,jimena|jime jimena,ximena|yoya gloria|' +
    'leo leonor,leonardo,leonilde|fercho fernando|rafa rafael,rafaela|sebas sebastian|santi santiago|' +
    'nico nicolas|alejo alejandro|aleja alejandra|jandra alejandra|cony constanza|conny constanza|tanza constanza|bea beatriz|betty beatriz,elizabeth|beti beatriz,elizabeth|' +
    'betsy elizabeth|eli elizabeth,elisa,elena|liz elizabeth,lizeth|isa isabel,isabella,luisa|gabi gabriela,gabriel|gaby gabriela,gabriel|' +
    'angie angela,angelica|gela angela|geli angelica,angela|yeni yenny,jenny|yiya virginia'
  )
    .split('|')
    .map((line) => {
      const [word = '', ...full] = line.split(' ');
      return [
        word,
        full
          .join(' ')
          .split(',')
          .map((names) => names.split(' ')),
      ];
    }),
);

const given = wordSet(
  'adela adelaida adriana aida alba alejandra alexandra alicia alix alma amalia amanda amelia amparo ana anabel andrea angela angelica angie ' +
    'anita antonia araceli aracely ariana astrid aura aurora azucena beatriz belen berenice bertha berta betty bibiana blanca brenda briceida camila ' +
    'carmen carmenza carolina catalina cecilia celia celina cenaida cindy clara claudia clemencia concepcion constanza consuelo cristina ' +
    'dalia damaris daniela danna dary deisy delia diana dilia dolores dora doris edelmira edilma edith elba elena eliana elisa elizabeth elsa elvia ' +
    'elvira emilia emma erica erika ernestina esmeralda esperanza estela stella esther eugenia eva evelyn fabiola fanny fatima felisa ' +
    'fernanda flor florinda francisca gabriela genoveva gilma gina gladys gloria graciela guadalupe heidy helena herminia hilda hortensia ' +
    'ines ingrid irene iris irma isabel isabella ivonne jacqueline janeth jasmin jenny jessica jimena johana johanna josefa josefina juana juanita ' +
    'julia juliana julieta karen karina karla karol katherine kelly laura leidy leonor leticia lida ligia lilia liliana lina lorena lorenza lucero ' +
    'lucia lucila lucy luisa luz luzmila magali magda magdalena maira mabel manuela marcela margarita margot maria mariana maribel maricela marina marisol maritza ' +
    'marlen marlene marta martha martina matilde mayerly melba melissa mercedes milena mireya miriam monica myriam nancy natalia nelly nelcy nelsy ' +
    'nidia nieves nohora nora norma nubia nury ofelia olga olivia omaira otilia pamela paola patricia paula paulina pilar priscila raquel rebeca ' +
    'regina rita rocio romelia rosa rosalba rosalia rosana rosario roxana rubiela ruby ruth sandra sara silvia sofia sol soledad sonia stefania ' +
    'susana tania tatiana teresa trinidad valentina valeria vanessa veronica victoria vilma viviana wendy xiomara ximena yadira yamile yaneth yasmin yenny ' +
    'yesenia yolanda yuliana yuri zaida zenaida zoila zoraida zulma alberto alejandro alfonso alfredo alvaro andres angel antonio armando ' +
    'arturo benjamin bernardo camilo carlos cesar cristian daniel david diego edgar eduardo emilio enrique ernesto esteban felipe felix fernando ' +
    'fabio francisco gabriel german gilberto gonzalo guillermo gustavo hector henry hernan hernando hugo humberto ignacio ivan jaime jairo ' +
    'javier jesus joaquin jorge jose juan julian julio leonardo luis manuel marco mario mauricio miguel nelson nestor nicolas octavio omar ' +
    'orlando oscar pablo pedro rafael ramiro ramon raul ricardo roberto rodrigo ruben samuel santiago sebastian sergio tomas victor wilson',
);
