-- As before, and: a guest who is brought once more to a list she was on is the one who was on it.
create or replace function note_what_followed(of_merge merge) returns void language plpgsql as $$
begin
  insert into merge_moved (merge_id, of, key)
    select of_merge.id, 'session_guest', again.id::text
    from session_guest again
    where again.person_id = of_merge.kept and again.added_at >= of_merge.merged_at
      and exists (select from session_guest g where g.session_id = again.session_id and g.person_id = of_merge.kept
                                                and was_moved(of_merge.id, 'session_guest', g.id::text))
    on conflict do nothing;
  with sessions as (
    select m.session_id from mark m where m.person_id = of_merge.kept
    union select i.session_id from check_in i where i.person_id = of_merge.kept
    union select r.session_id from session_reply r where r.person_id = of_merge.kept
    union select s.id from notice n join session s on n.about = 'session:' || s.id
          where n.person_id = of_merge.kept and n.ended_at is null
  ), hers as (
    select s.session_id from sessions s
    where not exists (select from mark m where m.session_id = s.session_id and m.person_id = of_merge.kept
                                           and m.saved_at < of_merge.merged_at and not was_moved(of_merge.id, 'mark', m.id::text))
      and (exists (select from mark m where m.session_id = s.session_id and m.person_id = of_merge.kept
                                        and was_moved(of_merge.id, 'mark', m.id::text))
           or is_listed_by(of_merge, s.session_id, true) and not is_listed_by(of_merge, s.session_id, false))
  ), talks as (
    select c.id from conversation c join merge_moved v on v.merge_id = of_merge.id and v.of = 'conversation' and v.key = c.id::text
    where not exists (select from address a join person_address pa on pa.address_id = a.id
                      where a.conversation_id = c.id and pa.person_id = of_merge.kept and pa.since < of_merge.merged_at
                        and not was_moved(of_merge.id, 'person_address', a.id::text))
  )
  insert into merge_moved (merge_id, of, key)
    select of_merge.id, 'mark', m.id::text from mark m join hers using (session_id)
      where m.person_id = of_merge.kept and m.saved_at >= of_merge.merged_at
    union all
    select of_merge.id, 'check_in', i.id::text from check_in i join hers using (session_id)
      where i.person_id = of_merge.kept and i.created_at >= of_merge.merged_at
    union all
    select of_merge.id, 'session_reply', r.session_id::text from session_reply r join hers using (session_id)
      where r.person_id = of_merge.kept and r.said_at >= of_merge.merged_at
    union all
    select of_merge.id, 'notice', n.id::text from notice n
      where n.person_id = of_merge.kept and n.ended_at is null and n.planned_at >= of_merge.merged_at
        and (exists (select from hers where n.about = 'session:' || hers.session_id)
             or exists (select from merge_moved v where v.merge_id = of_merge.id and v.of = 'enrolment'
                                                    and n.about = 'enrolment:' || v.key))
    union all
    select of_merge.id, 'consent', c.id::text from consent c join talks on talks.id = c.conversation_id
      where c.person_id = of_merge.kept and c.created_at >= of_merge.merged_at
    union all
    select of_merge.id, 'help_request', h.id::text from help_request h join talks on talks.id = h.conversation_id
      where h.person_id = of_merge.kept and h.asked_at >= of_merge.merged_at
    union all
    select of_merge.id, 'person_address', a.id::text from address a join talks on talks.id = a.conversation_id
      join person_address pa on pa.address_id = a.id and pa.person_id = of_merge.kept
    on conflict do nothing;
end $$;
