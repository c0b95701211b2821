/** Whether a word, accents left out, is common as a given name and rare as a family name: "Cecilia", "Milena", "Jairo". */
export function isGivenName(word: string): boolean {
  return givenNames.has(word);
}

const givenNames = new Set(
  (
    'maria ana luz rosa elena helena cecilia marina patricia milena paola stella estella lucia ines isabel cristina fernanda alejandra andrea johanna ' +
    'yohana johana marcela liliana lilia elvira emilia eugenia teresa beatriz gloria victoria sofia camila carolina viviana constanza dary mery ' +
    'nelly alba aurora consuelo jose jairo alberto eduardo fernando hernando augusto ricardo alexander david felipe camilo esteban yaneth janeth ' +
    'edith ruth esther raquel amparo leonor leticia celina delia tulia elisa julia adriana catalina natalia valentina daniela gabriela juliana ' +
    'xiomara yulieth lizeth marlen marleny omaira esperanza margarita ofelia graciela rosalba myriam miriam fabiola yolanda nohora nubia amanda ' +
    'angelica monica veronica sandra lorena yesenia tatiana vanessa katherine catherine stephanie carmenza elsa irma olga betty gladys ' +
    'nidia astrid ingrid karen yamile yadira zoraida soraya eloisa matilde josefina leonilde bertha berta flor nancy dolly socorro ' +
    'lina liz luisa marta martha paula laura diana claudia jimena ximena yurany yuliana mayerly leidy jenny yenny angie jessica ' +
    'vicente enrique antonio carlos luis juan manuel pablo miguel ignacio javier arturo ' +
    'alicia belen magdalena susana mireya maribel jacqueline yolima yineth paulina rocio nayibe mariela marisol nelcy elvia ligia blanca carmen rubiela amalia ' +
    'aracely araceli arelis yurley dayana geraldine stefany stefania lucero lucila lucrecia mabel marlene nataly oliva rebeca rosalia ruby sara silvia sonia zulma ' +
    'zenaida azucena dora edilma eva fanny francy genoveva hilda isaura julieth julieta karina leydi luzmila maritza miryam nohemi noemi ninfa piedad priscila ' +
    'rosmery sirley ursula virginia yasmin jazmin yeimi yesica yohanna zuleima ' +
    'andres arley dario diego edgar edwin elkin emilio ernesto eugenio fabio fabian german gabriel gerardo gilberto gonzalo guillermo gustavo hector hugo ' +
    'humberto ivan jaime jorge julian leonardo libardo mario mauricio nelson nestor norberto orlando oscar oswaldo pedro rafael raul rodrigo rodolfo ruben ' +
    'samuel sebastian sergio uriel victor wilson yesid ' +
    'jane ann anne marie mary grace lee rose lynn elizabeth louise jean joy hope faith ' +
    'abelardo abigail abraham adela adelaida adelina adolfo adrian agripina agueda agustin aida aide aidee albertina albina aleida ' +
    'aleja alejandro alejo alexa alexandra alexandrina alexis alfonsina alfredo alice alina alirio alis altagracia alvarina alvaro ' +
    'amadeo amaia amalfi amber amelia amira amy anabel anahi anais ananias anastasia anatilde anatolia andreina angela angeles ' +
    'angelina angelita anibal anita anna anselmo antonia antonieta apolinaria aquilina arabella araminta arcadio arcelia argemira ' +
    'argenida argenis ariana aristides armando arminda arnoldo arnulfo artemisa asceneth ascension astrith asuncion audrey aura ' +
    'aurelia aurelio auristela auxiliadora ayde aydee aylin baltazar barbara bartolome benilda benita benjamin bernarda bernardina ' +
    'bernardita bernardo betsabe betsy beverly bianca bibiana blasina bonifacia brayan brenda brian briceida brigida brigitte brittany ' +
    'briyith bryan calixto candelaria candida caridad carina caritina carla carlota carmela carmelina carmelita carmencita carol ' +
    'caroline carolyn casilda casimira cayetana cecile celestina celia celmira celso cenaida ceneida cenelia cesar charito charles ' +
    'charlotte cheryl chiquinquira christina christine cilia cindy ciro claire clara claribel clarisa clarita claudina clemencia ' +
    'clementina cleofe cleotilde clotilde concepcion conchita constantina corina cornelia coromoto cristian cristobal cruzana custodia ' +
    'cynthia dagoberto daissy daisy dalila damari damaris damian damiana danielle danila danilo danna danny darlin darling dayanna ' +
    'deborah debra deicy deisi deisy delfa delfin delfina delmira demetrio denis denise derly desiree diane didier dilcia dilma dina ' +
    'dionisia dionisio dioselina dominga domitila donna doralba doralice doraliz dorelly doris dorotea dorothy duvan eddy edelmina ' +
    'edelmira edila edilia edilsa edinson edna eduar edward edy efigenia efrain eidy eladio elcida elcira elcy elda elenita eleonora ' +
    'eleuteria elia eliana elias elicenia elida eliecer eligia elina elisabeth eliseo elizabet ellen elodia eloina elsi elsy elvina ' +
    'emelina emerita emily emiro emma emperatriz encarnacion enedina eneida eneyda engracia enit enith erica erika erlinda ermelinda ' +
    'ermes ernan ernestina estefania ester estrella etelvina eucaris euclides eudocia eufemia eufrosina eulalia eulogia eunice ' +
    'euridice eusebia eusebio evangelina evaristo evelia evelin evelina evelyn everardo everilda everlides ezequiel fabiana fatima ' +
    'faustina faustino federico felicia felicita felicitas felisa felix fermina fernandina fidel fidelia fidelina filomena fiorella ' +
    'flavio flora floralba florencia florentina florentino florinda flormaria franca frances francisca francisco freddy fredesvinda ' +
    'frida froilan gabina geidy gema genesis genny geny george georgina gerarda gerda gerly gertrudis gianella gina giovanna giovanni ' +
    'gisela giselle gissela gladis gledis glenda glenis gloriana gracia graciella grecia gregoria greicy gricelda griselda guillermina ' +
    'gumercinda hannah hayde haydee heather heidi heidy helen heriberto herlinda hermelinda hermes herminda herminia hernan higinia ' +
    'hilaria hilario hilduara hipolita honoria horacio hortencia hortensia iliana iluminada inelda ingri ingris inmaculada inocencia ' +
    'inocencio iraida irene iris isaac isaias isidora isidra isidro islenia isleny ismael isnelda isolina itala ivette ivon ivone ' +
    'ivonne jacinta jacinto jackeline jacobo jakeline james janet janice jaqueline jasbleidy jazmine jazmir jeaneth jeannette ' +
    'jefferson jeimmy jeimy jeison jenifer jennifer jennyfer jerly jeronimo jesus jesusa jeymy jhoana jhon jhonatan jimmy joan joana ' +
    'joanna joaquin joaquina jobita joel john jonathan jorgelina josefa joseph josue jovana jovita joyce juana juanita judith judy ' +
    'julie juliette julio justina justiniana justo kate katerin katerine kateryn katherin kathleen kathy katia katy kayla keila kelly ' +
    'kely kevin keyla kimberly lady laidy larissa laudice laurentina laury lays leandro leidi leila leisy lenis leny leonarda leoncio ' +
    'leonela leonila leonilda leopoldina lesbia leslie lesly leyda leyla libertad libia licinia lida lidia lidis liduvina lidya liliam ' +
    'lilian lilibeth lilly lily linda liria lisa lisandro lisbeth liseth lisseth lizbeth lola lolita lorenza loreto lori louis lourdes ' +
    'luceli lucelia lucelly lucely luciana luciano lucinda lucy ludibia ludis ludivia ludy luisana lupe lureidy luzdary luzmery lyda ' +
    'lydia macarena macaria madison magali magaly magda maghi magnolia maira manuela marbel marbelis marbely marcelina marcia ' +
    'marcolina marcos margaret mari mariaelena mariam mariana marianela mariangel mariano maribell maricel maricela marilin marilu ' +
    'mariluz marilyn marinela mariola maritsa marleni marlenis marlin marlon marly marlyn martina martiniana maruja maryluz maryori ' +
    'mateo matias matilda maura maurina maxima maximiliano mayelis mayely mayerli mayerlin mayra megan melania melba melida melisa ' +
    'melissa melquisedec mercedes merly micaela michael michelle migdalia miguelina milady milagro milagros mildred mileidy milton ' +
    'minerva mirella mireyda mirla mirna mirta mirtha misael misley moises molly monserrat myrian nadia nadya nairobi nany napoleon ' +
    'narcisa natali natalie nathalie nathaly natividad nayeli nayibis nazaria neila neivis nelba nelida nelsy nena nereida nereyda ' +
    'neyda neyla nicanora nicolas nicolasa nicole nidya nilda nilsa nini niyireth noe nolberta nora norbelia norela norelly norelys ' +
    'noris norma nury nuvia nydia obdulia octavia octavio odalis odilia ofir olegaria olimpia olinda olivia omar omayra oneida onorina ' +
    'oralia orfa orfelina orfilia oriana orlinda osmary otilia pabla pamela pascuala pascualina pastora pastorita patrocinio paul ' +
    'paulette perla perpetua peter petra petrona petronila plinio pola porfiria prudencia purificacion querubina quintina rachel ' +
    'rafaela raimunda raisa raiza ramona rebecca regina reinalda remedios renata ricarda richard rigoberto rita robert roberta roberto ' +
    'rocxana rogelio roger romelia romilda romula ronal ronald rosalbina rosalina rosalinda rosana rosangela rosario rosaura roselia ' +
    'rosemary rosemery rosenda rosie rosina rosita rosmary rosmira roxana rubi rubys rudy rufina ruperta rutilia sabina sagrario saida ' +
    'salome salvadora samanta samantha sandy sarah saray sarita saturia saturnina saul sebastiana senaida seneida senobia senovia ' +
    'serafina serviliana severo sharon sheila sheyla shirley sibila sildana silenia silveria silvina silvio simona sindy sofi sol ' +
    'solange solangel solangie soledad sophia sory steffany suleima suly susan susanna suyapa tania tanya tarcila teodolina teodolinda ' +
    'teodora teofila teofilde teotiste teresita theresa tiburcia tilcia tomas tomasa tonia trina trinidad tulio ubaldina uberlina ulda ' +
    'uliana ulises umbelina urbana valeria valery vania venancia veneranda verenice vianey vicenta victorina vilma violeta virgelina ' +
    'virginea vitalina vitelma vitelvina viviam waldina walkiria wendy wilfredo william wilma wilmar wilmer xiomy yadis yajaira yamila ' +
    'yamilet yamileth yanci yaneira yanelis yanet yanira yanitza yaquelin yaqueline yasmine yasminia yeison yeni yenifer yenis ' +
    'yennifer yennys yeny yerly yira yizeth yobana yojana yolaida yoleida yoli yolis yomaira yomara yoryeth yubisay yudi yudis yudith ' +
    'yudy dolores yurleidy yurleidis yuleidy yulieth yuranis cielo mila yeraldin alcira anyi nazly deyanira estefana digna yorley yudi nayarith eliana odilia fidelia marielvis yolimar yuleima yuleisy yuli yulied yulissa yulitza yuly yurani yuri yuris yusmary yusneidy yvonne zaida zaira zandra zeneida ' +
    'darline guerline roseline mirlande fabienne nadege islande rosalyn rosalie jennifer ann jocelyn marivic maricris yuleidys yuleydis maricela fadwa fatimah aisha amina yesmin zahra khadija zenobia zoe zoila zorayda zulay zuleyma zully zuly ' +
    'claude claudette elaine eileen irene pauline monique therese bernadette antoinette colleen gail jeanne josephine judy joanne latoya keisha tanisha shanice shanelle shernette velma thelma vivian yvette winifred doreen marjorie maureen norma pamela precious rosemarie veronique yolande'
  ).split(' '),
);
