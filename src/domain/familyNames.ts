/** Whether a word, accents left out, is a family name common in Colombia and Venezuela, and no everyday word. */
export function isFamilyName(word: string): boolean {
  return familyNames.has(word);
}

const familyNames = new Set(
  (
    'abello abril acero acevedo achury acosta acuna adames adams afanador agudelo aguilar aguilera aguirre alarcon alban albornoz ' +
    'alcala aldana alegria alfaro alfonso allen almanza almeida alonso alvarado alvarez alzate amador amaya amezquita anaya anderson ' +
    'andrade angarita angulo anzola aponte aranda arango araque araujo arbelaez arboleda arciniegas ardila arenas arevalo arguello ' +
    'arias ariza arrieta arroyave arroyo arteaga astudillo atehortua avella avellaneda avendano avila ayala ayure azuaje bacca badillo ' +
    'baez bailey baker balaguera balanta ballen ballesteros banguero baquero barahona barajas barbosa barcenas bareno barragan ' +
    'barrantes barrera barrero barreto barrientos barrios barros barroso bastidas bautista becerra bedoya bejarano bello beltran ' +
    'benavides benitez benito bennett bermeo bermudez bernal berrio berrocal betancourt betancourth betancur blanco blandon bohorquez ' +
    'bolanos bolivar bonilla bonza borja borrero botero botia bravo briceno brito brooks brown buenaventura buitrago burbano burgos ' +
    'bustamante bustos caballero cabanzo cabezas cabrera caceres cadavid cadena cadenas caicedo caldas calderon calvo camacho camargo ' +
    'campbell canizales cano canon cantillo carabali caraballo cardenas cardona cardozo carmona carranza carrasco carreno carrero ' +
    'carrillo carrion carter carvajal casallas casanova castaneda castano castellanos castiblanco castilla castillo castrillon castro ' +
    'catano ceballos celis cely cepeda cerda cerinza cerquera cervantes cespedes chacon chala chamorro chaparro chavarro chaves chavez ' +
    'chiguasuque chitiva chivata cifuentes cipagauta clark clavijo cobo cobos collins colmenares combita contreras cooper coral ' +
    'corchuelo cordero cordoba corrales correa cortazar cortes cortez cortina corzo cox coy cristancho cruz cruzate cubides cubillos ' +
    'cuellar cuervo currea davis daza delgado devia diaz diez dominguez doncel donoso duarte ducuara duenas duque duran durango ' +
    'echavarria echeverri echeverria echeverry edwards enciso epieyu erazo escalante escamilla escandon escarraga escobar escorcia ' +
    'escudero espejo espinel espinosa espinoza espitia estevez estrada estupinan evans fajardo farfan farias fernandez ferreira ferrer ' +
    'fierro figueredo figueroa flechas flores florez fonseca fontalvo ford forero foster fraile franco fuentes fuquen gaitan galan ' +
    'galarza galeano galindo gallego gallegos galvan galvis gamba gamboa gamez ganan gaona garavito garay garces garcia garrido garzon ' +
    'gaviria gelvez gil giraldo godoy gomes gomez gongora gonzales gonzalez gordillo gordon grajales granados grisales guacaneme ' +
    'gualteros guapacha guarin guarnizo guativa guayara guerra guerrero guevara guio gutierrez guzman hall harris henao heredia ' +
    'hernandez herran herrera hidalgo higuera higuita hincapie hinestroza holguin howard hoyos huertas hughes hurtado ibague ibanez ' +
    'ibarra idarraga iguaran infante ipuana iriarte isaza jackson jacome jaimes jaramillo jerez jimenez johnson jojoa jones juajibioy ' +
    'jusayu kelly laguna lamprea landazuri landinez lara larrota lasso latorre laverde leal lemus leon lesmes lewis leyton linares ' +
    'liscano lizarazo llanos loaiza londono lopera lopes lopez lorenzo lozada lozano lucas lucumi lugo luna machado machuca macias ' +
    'madrigal mahecha maldonado mamian mancera mancipe manosalva manrique mansilla marimon marin marino marquez marroquin martin ' +
    'martines martinez mateus matiz mayorga mazo medina medrano mejia melendez melo mena mendez mendieta mendivelso mendoza meneses ' +
    'merchan meza millan miller mina miranda mitchell mojica molano molina moncada mondragon monroy monsalve montana montano ' +
    'montealegre montenegro montero montes montiel montoya mora morales moreira moreno morera morgan mosquera mosuca moya munera ' +
    'muneton munevar munoz murcia muriel murillo myers narvaez nava navarrete navarro navas neira nieves nivia noguera norena nova ' +
    'novoa nunez obando obregon ocampo ochoa ojeda olarte olaya olivares olivera oliveros olmos ordonez orduz orejuela orjuela orozco ' +
    'ortega ortegon ortigoza ortis ortiz osorio ospina otalora otalvaro otero oviedo oyola pabon pacheco padilla padron paez paipa ' +
    'paipilla palacio palacios palencia palma palomino pantoja parada pardo paredes parga parker parra pascual pastrana patarroyo ' +
    'patino pava paz pedraza pedrozo pelaez pena penagos penaloza penaranda penuela perdomo perea pereira peres perez perilla pernia ' +
    'peterson phillips pico piedrahita pineda pineros pinilla pino pinto pinzon piracoca pirela plazas polanco polania polo pomares ' +
    'ponce porras portela portilla posada posso poveda powell prada prado preciado prieto puentes pulgarin pulido pushaina quesada ' +
    'quevedo quijano quilindo quimbayo quinones quinonez quintana quintanilla quintero quiroga quiroz quispe quitian ramires ramirez ' +
    'ramos rangel rativa rebolledo reed reina rendon rengifo restrepo rey reyes riano richardson rincon rios riquett rivas rivera ' +
    'riveros roa robayo roberts robinson robledo robles rocha rodas rodrigues rodriguez rogers rojas roldan roman romero roncancio ' +
    'rondon rosales rosas rosero ross royero rozo rubiano rubio rueda ruis ruiz russi saavedra sabogal saboya saenz salamanca salas ' +
    'salazar salcedo saldarriaga salgado salguero salinas samaca samboni samudio sanabria sanches sanchez sanders sandoval sanmiguel ' +
    'santacruz santamaria santana santander santiago santos sarmiento segovia sepulveda serna serrano serrato sierra silva simbaqueba ' +
    'simon smith solano soler solis soracipa sosa sotelo soto stewart suarez taborda tafur tamayo tapia tapias tapiero tarazona ' +
    'tautiva taylor tellez tello tenjo thomas tibaduiza tibocha timana tique tirado tobar tobon toloza torres tovar trejo triana ' +
    'trivino troncoso trujillo tumay tunjano turner turriago ucros ulloa umana urbano urbina urdaneta urena uriana uribe urrea urrego ' +
    'urrutia useche usma valbuena valderrama valdes valdez valencia valero vallejo valverde vanegas varela vargas varon vasquez ' +
    'vazquez vega velandia velasco velasquez velez vera vergara viana vidal villada villadiego villalba villalobos villamil villamizar ' +
    'villanueva villareal villarraga villarreal villegas villota virguez vivas viveros walker watson white wilches williams wright ' +
    'yanez yara yate yepes yepez yusti zabala zambrano zamora zamudio zapata zarate zuleta zuluaga zuniga' +
    ' renteria valoyes sulbaran chirinos asprilla perozo tunubala pachon quimbay sotaquira fuquene umbarila bernate bonza useche'
  ).split(' '),
);
