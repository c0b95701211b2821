/** Classes of invented people by the letter the corpus calls them, "given names, family names"; each in the order of its list. */
export const classes: Record<string, string[]> = {
  C: ['Ana,Gil', 'Blanca,Rojas', 'Carmen,Vega', 'Diana,Soto', 'Elsa,Pardo'],
  Y: [
    ...['Adriana,Bernal', 'Carolina,Cifuentes', 'Graciela,Chaparro', 'Guadalupe,Daza', 'María Fernanda,Escobar'],
    ...['Francisco,Galindo', 'Nubia,Guerrero', 'Luz Dary,Lara', 'Paola,Medina', 'Teresa,Nova', 'Yolanda,Rubio'],
    'Zoraida,Téllez',
  ],
  H: [
    ...['Rosa,Abril', 'Marta,Aponte', 'Ana Milena,Castro Ruiz', 'Ana Sofía,Castro Ruiz', 'Blanca Nieves,Cubillos'],
    ...['Deisy,Forero', 'Edilma,Garzón', 'Gloria Inés,Huertas', 'Marta Lucía,Ibagué', 'Jacqueline,León'],
    ...['Leidy Johana,Martínez', 'Luz Marina,Muñoz', 'María del Pilar,Ochoa', 'Nohora,Parra', 'Ofelia,Quintero'],
    ...['Carlos,Rincón', 'Ruth,Salcedo', 'Sandra Milena,Sierra', 'Rosa,Tovar'],
  ],
  S: [
    ...['Aura,Alarcón', 'Bertha,Amaya', 'Claudia Patricia,Ardila', 'Clara Inés,Arias', 'Consuelo,Ávila'],
    ...['Diana Marcela,Barreto', 'Dora,Becerra', 'Edith,Bonilla', 'Elena,Buitrago', 'Esperanza,Cárdenas'],
    ...['Fanny,Carvajal', 'Fátima,Celis', 'Gladys,Contreras', 'Hilda,Cortés', 'Ingrid,Cuéllar', 'Janeth,Delgado'],
    ...['Julia,Durán', 'Karen,Espejo', 'Ligia,Fandiño', 'Liliana,Farfán', 'Lucía,Gaitán', 'Luz Stella,Guzmán'],
    ...['Magdalena,Leal', 'Marcela,Lozada', 'Margarita,Mahecha', 'Miriam,Monroy', 'Mónica,Murcia', 'Natalia,Olarte'],
    ...['Olga Lucía,Pineda', 'Pedro Antonio,Prieto', 'Rocío,Rativa', 'Sonia,Suárez', 'Viviana,Umaña', 'Ximena,Zárate'],
  ],
  D: [
    ...['Alba,Acero', 'Amparo,Agudelo', 'Ángela,Alfonso', 'Beatriz,Ariza', 'Betty,Arévalo', 'Camila,Báez'],
    ...['Catalina,Barragán', 'Cecilia,Barrios', 'Cindy,Beltrán', 'Constanza,Bernal', 'Cristina,Bohórquez'],
    ...['Dayana,Bustos', 'Dilma,Caicedo', 'Doris,Camacho', 'Elizabeth,Cañón', 'Elvira,Cárdenas', 'Emilce,Carrillo'],
    ...['Érika,Casas', 'Estela,Castañeda', 'Eugenia,Castillo', 'Flor Alba,Chacón', 'Gina,Chávez', 'Gloria,Cobos'],
    ...['Hortensia,Colmenares', 'Iris,Cruz', 'Isabel,Devia', 'Ivonne,Díaz', 'Jazmín,Fonseca', 'Johanna,Galvis'],
    ...['Josefina,Gámez', 'Juana,Garavito', 'Karol,Gil', 'Laura,Gómez', 'Leonor,Guevara', 'Lorena,Hurtado'],
    ...['Luisa,Jaimes', 'Luz Mery,Lemus', 'Maritza,Lugo', 'Marlén,Maldonado', 'Mercedes,Medina', 'Mireya,Molano'],
    ...['Nancy,Montaña', 'Nidia,Morales', 'Ofelia,Navas', 'Omaira,Olaya', 'Patricia,Pabón', 'Pilar,Parada'],
    ...['Raquel,Peñuela', 'Rebeca,Pinto', 'Rosalba,Ramos', 'Rosario,Ríos', 'Rubiela,Rivas', 'Sara,Roa', 'Soledad,Rozo'],
    ...['Susana,Sáenz', 'Tatiana,Silva', 'Teresa,Tovar', 'Vilma,Triana', 'Yamile,Vaca', 'Zulma,Wilches'],
  ],
};
