-- Whoever registers is looked for among those of the same name; see src/db/nearMatches.ts.
create index person_name on person (sort_key(first_names || ' ' || last_names));
