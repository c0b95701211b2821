create table address (
  channel text not null,
  conversation_id uuid not null,
  created_at timestamp with time zone not null default now(),
  id bigint not null generated always as identity,
  kind text not null,
  revoked_at timestamp with time zone,
  undeliverable_at timestamp with time zone,
  undeliverable_code integer,
  value text not null,
  CHECK (((undeliverable_at IS NULL) = (undeliverable_code IS NULL))),
  CHECK (((value <> ''::text) AND (length(value) <= 256))),
  CHECK ((channel = ANY (ARRAY['whatsapp'::text, 'web'::text, 'bot_service'::text]))),
  CHECK ((kind = ANY (ARRAY['phone'::text, 'bsuid'::text, 'parent_bsuid'::text, 'web'::text]))),
  FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  PRIMARY KEY (id)
);

create table api_token (
  created_at timestamp with time zone not null default now(),
  hash bytea not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  revoked_at timestamp with time zone,
  PRIMARY KEY (id),
  UNIQUE (hash)
);

create table audit (
  action text not null,
  actor text not null,
  actor_id uuid,
  at timestamp with time zone not null default now(),
  channel text not null,
  details jsonb not null default '{}'::jsonb,
  id bigint not null generated always as identity,
  object_id text,
  object_kind text not null,
  FOREIGN KEY (actor_id) REFERENCES person(id),
  PRIMARY KEY (id)
);

create table bot_reference (
  address text not null,
  reference json not null,
  seen_at timestamp with time zone not null default now(),
  PRIMARY KEY (address)
);

create table check_in (
  channel text not null,
  code_minute bigint,
  conversation_id uuid,
  created_at timestamp with time zone not null default now(),
  id bigint not null generated always as identity,
  message_id text not null,
  outcome text not null,
  person_id uuid not null,
  received_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  session_id uuid not null,
  CHECK (((outcome = 'wrong'::text) = (code_minute IS NULL))),
  CHECK ((outcome = ANY (ARRAY['claimed'::text, 'expired'::text, 'wrong'::text, 'not_listed'::text]))),
  FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (session_id) REFERENCES session(id),
  PRIMARY KEY (id)
);

create table class (
  cancel_reason text,
  cancelled_at timestamp with time zone,
  capacity integer not null,
  care_places integer,
  code text not null,
  ends_on date not null,
  id uuid not null default gen_random_uuid(),
  locality text,
  max_age smallint,
  min_age smallint,
  name text not null,
  newcomers_first boolean not null default false,
  service_id uuid not null,
  site_id uuid not null,
  starts_on date not null,
  CHECK (((cancel_reason <> ''::text) AND (length(cancel_reason) <= 300))),
  CHECK (((cancel_reason IS NULL) OR (cancelled_at IS NOT NULL))),
  CHECK (((max_age >= 1) AND (max_age <= 120))),
  CHECK (((min_age >= 1) AND (min_age <= 120))),
  CHECK ((capacity > 0)),
  CHECK ((care_places > 0)),
  CHECK ((code <> ''::text)),
  CHECK ((ends_on >= starts_on)),
  CHECK ((locality <> ''::text)),
  CHECK ((min_age <= max_age)),
  CHECK ((name <> ''::text)),
  FOREIGN KEY (service_id) REFERENCES service(id),
  FOREIGN KEY (site_id) REFERENCES site(id),
  PRIMARY KEY (id),
  UNIQUE (code)
);

create table class_instructor (
  class_id uuid not null,
  instructor_id uuid not null,
  FOREIGN KEY (class_id) REFERENCES class(id),
  FOREIGN KEY (instructor_id) REFERENCES instructor(id),
  PRIMARY KEY (class_id, instructor_id)
);

create table class_slot (
  class_id uuid not null,
  ends_at time without time zone not null,
  starts_at time without time zone not null,
  weekday smallint not null,
  CHECK (((weekday >= 1) AND (weekday <= 7))),
  CHECK ((ends_at > starts_at)),
  FOREIGN KEY (class_id) REFERENCES class(id),
  PRIMARY KEY (class_id, weekday, starts_at)
);

create table consent (
  answer text not null,
  channel text not null,
  conversation_id uuid,
  created_at timestamp with time zone not null default now(),
  given boolean not null,
  id bigint not null generated always as identity,
  locale text,
  message_id text not null,
  person_id uuid,
  said_at timestamp with time zone not null,
  text_hash text,
  text_version text,
  CHECK (((channel = ANY (ARRAY['paper'::text, 'call'::text])) = (conversation_id IS NULL))),
  CHECK (((conversation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  CHECK (((conversation_id IS NULL) OR ((text_version IS NOT NULL) AND (text_hash IS NOT NULL) AND (locale IS NOT NULL)))),
  FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (id)
);

create table conversation (
  asks_who boolean not null default false,
  channel text not null,
  created_at timestamp with time zone not null default now(),
  id uuid not null default gen_random_uuid(),
  last_inbound_at timestamp with time zone,
  locale text,
  person_id uuid,
  proof_needed_at timestamp with time zone,
  proven_until timestamp with time zone,
  reminders_refused_at timestamp with time zone,
  shared boolean not null default false,
  state json not null default '{}'::json,
  turn_id uuid not null default gen_random_uuid(),
  updated_at timestamp with time zone not null default now(),
  version bigint not null default 0,
  CHECK ((channel = ANY (ARRAY['whatsapp'::text, 'web'::text, 'bot_service'::text]))),
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (id)
);

create table coordinator (
  all_sites boolean not null default false,
  code text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  CHECK ((code <> ''::text)),
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (id),
  UNIQUE (code),
  UNIQUE (person_id)
);

create table coordinator_site (
  coordinator_id uuid not null,
  site_id uuid not null,
  FOREIGN KEY (coordinator_id) REFERENCES coordinator(id),
  FOREIGN KEY (site_id) REFERENCES site(id),
  PRIMARY KEY (coordinator_id, site_id)
);

create table enrolment (
  children smallint not null default 0,
  class_id uuid not null,
  created_at timestamp with time zone not null default now(),
  disabled smallint not null default 0,
  end_reason text,
  ended_at timestamp with time zone,
  ended_noted_at timestamp with time zone,
  enrolled_at timestamp with time zone,
  enrolled_noted_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  line bigint,
  newcomer boolean not null default false,
  offered_until timestamp with time zone,
  older smallint not null default 0,
  person_id uuid not null,
  status text not null,
  why_ended text,
  CHECK (((children >= 0) AND (children <= 20))),
  CHECK (((disabled >= 0) AND (disabled <= 20))),
  CHECK (((end_reason <> ''::text) AND (length(end_reason) <= 300))),
  CHECK (((end_reason IS NULL) OR (why_ended = 'staff'::text))),
  CHECK (((enrolled_at IS NOT NULL) OR (status <> ALL (ARRAY['enrolled'::text, 'completed'::text])))),
  CHECK (((line IS NOT NULL) OR (status <> ALL (ARRAY['waitlisted'::text, 'offered'::text])))),
  CHECK (((older >= 0) AND (older <= 20))),
  CHECK (((status = 'offered'::text) = (offered_until IS NOT NULL))),
  CHECK ((status = ANY (ARRAY['enrolled'::text, 'waitlisted'::text, 'offered'::text, 'withdrawn'::text, 'completed'::text]))),
  CHECK ((why_ended = ANY (ARRAY['left'::text, 'refused'::text, 'expired'::text, 'over'::text, 'cancelled'::text, 'moved'::text, 'staff'::text, 'merged'::text]))),
  FOREIGN KEY (class_id) REFERENCES class(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (id)
);

create table entry_code (
  code_hash bytea not null,
  conversation_id uuid,
  expires_at timestamp with time zone not null,
  id bigint not null generated always as identity,
  issued_at timestamp with time zone not null,
  issued_by text not null,
  kind text not null,
  person_id uuid not null,
  used_at timestamp with time zone,
  used_by uuid,
  CHECK (((kind = 'link'::text) = (conversation_id IS NOT NULL))),
  CHECK (((used_at IS NULL) = (used_by IS NULL))),
  CHECK ((kind = ANY (ARRAY['entry'::text, 'link'::text]))),
  FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (used_by) REFERENCES conversation(id),
  PRIMARY KEY (id)
);

create table handover (
  code_hash bytea not null,
  expires_at timestamp with time zone not null,
  from_conversation uuid not null,
  id bigint not null generated always as identity,
  issued_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by uuid,
  CHECK (((used_at IS NULL) = (used_by IS NULL))),
  FOREIGN KEY (from_conversation) REFERENCES conversation(id),
  FOREIGN KEY (used_by) REFERENCES conversation(id),
  PRIMARY KEY (id)
);

create table handover_miss (
  at timestamp with time zone not null,
  conversation_id uuid not null,
  FOREIGN KEY (conversation_id) REFERENCES conversation(id)
);

create table help_request (
  asked_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  conversation_id uuid not null,
  id bigint not null generated always as identity,
  person_id uuid,
  question text,
  script text,
  FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (id)
);

create table inbox (
  attempts smallint not null default 0,
  awaits text,
  body json,
  channel text not null,
  conversation_id uuid not null,
  done_at timestamp with time zone,
  held_until timestamp with time zone,
  message_id text not null,
  next_at timestamp with time zone not null default now(),
  outcome text,
  position bigint,
  received_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone not null,
  seq bigint not null generated by default as identity,
  CHECK (((held_until IS NULL) OR (awaits IS NOT NULL))),
  CHECK ((awaits = 'transcript'::text)),
  CHECK ((length(message_id) <= 512)),
  CHECK ((outcome = ANY (ARRAY['done'::text, 'parked'::text]))),
  PRIMARY KEY (seq),
  UNIQUE (channel, message_id)
);

create table installation (
  name text not null,
  value text not null,
  PRIMARY KEY (name)
);

create table instructor (
  code text not null,
  entity text not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  CHECK ((code <> ''::text)),
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (id),
  UNIQUE (code),
  UNIQUE (person_id)
);

create table mark (
  channel text not null,
  conversation_id uuid,
  id bigint not null generated always as identity,
  marked_by uuid not null,
  message_id text,
  person_id uuid not null,
  reason text,
  received_at timestamp with time zone not null,
  revision integer not null,
  saved_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone not null,
  session_id uuid not null,
  status text not null,
  undoes bigint,
  CHECK ((revision > 0)),
  CHECK ((status = ANY (ARRAY['present'::text, 'late'::text, 'excused'::text, 'absent'::text, 'unmarked'::text]))),
  FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  FOREIGN KEY (marked_by) REFERENCES person(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (session_id) REFERENCES session(id),
  FOREIGN KEY (undoes) REFERENCES mark(id),
  PRIMARY KEY (id),
  UNIQUE (session_id, person_id, revision) DEFERRABLE
);

create table merge (
  carried_index bytea,
  gone uuid not null,
  id bigint not null generated always as identity,
  kept uuid not null,
  merged_at timestamp with time zone not null default now(),
  merged_by text not null,
  review_id bigint not null,
  undone_at timestamp with time zone,
  undone_by text,
  was jsonb not null,
  CHECK (((undone_at IS NULL) = (undone_by IS NULL))),
  CHECK ((kept <> gone)),
  FOREIGN KEY (gone) REFERENCES person(id),
  FOREIGN KEY (kept) REFERENCES person(id),
  PRIMARY KEY (id)
);

create table merge_moved (
  key text not null,
  merge_id bigint not null,
  of text not null,
  was jsonb,
  FOREIGN KEY (merge_id) REFERENCES merge(id),
  PRIMARY KEY (merge_id, of, key)
);

create table migration (
  applied_at timestamp with time zone not null default now(),
  hash text not null,
  name text not null,
  PRIMARY KEY (name)
);

create table notice (
  about text,
  conversation_id uuid,
  due_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  id bigint not null generated always as identity,
  key text not null,
  known json not null default '{}'::json,
  outcome text,
  person_id uuid,
  planned_at timestamp with time zone not null default now(),
  script text not null,
  urgent boolean not null default false,
  CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  CHECK (((person_id IS NULL) <> (conversation_id IS NULL))),
  CHECK ((key <> ''::text)),
  CHECK ((outcome = ANY (ARRAY['filed'::text, 'dropped'::text, 'nobody'::text]))),
  FOREIGN KEY (conversation_id) REFERENCES conversation(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (id),
  UNIQUE (key)
);

create table orphan_status (
  error_code integer,
  id bigint not null generated always as identity,
  provider_id text not null,
  received_at timestamp with time zone not null default now(),
  status text not null,
  told_at timestamp with time zone not null,
  PRIMARY KEY (id),
  UNIQUE (provider_id, status)
);

create table outbox (
  as_template boolean not null default false,
  attempts smallint not null default 0,
  body json,
  category text,
  channel text not null,
  charged boolean,
  conversation_id uuid not null,
  created_at timestamp with time zone not null default now(),
  error_code integer,
  id bigint not null generated always as identity,
  lease_until timestamp with time zone,
  n smallint not null,
  next_at timestamp with time zone not null default now(),
  position bigint,
  priority smallint not null default 0,
  provider_id text,
  refusals smallint not null default 0,
  resend text not null default 'harmless'::text,
  status text not null default 'waiting'::text,
  task text,
  turn_id uuid not null,
  unsent boolean not null generated always as ((status = ANY (ARRAY['waiting'::text, 'sending'::text, 'unknown'::text]))) stored,
  updated_at timestamp with time zone not null default now(),
  why text,
  CHECK (((priority >= 0) AND (priority <= 2))),
  CHECK (((status = 'sending'::text) = (lease_until IS NOT NULL))),
  CHECK ((resend = ANY (ARRAY['harmless'::text, 'costly'::text]))),
  CHECK ((status = ANY (ARRAY['waiting'::text, 'sending'::text, 'unknown'::text, 'accepted'::text, 'sent'::text, 'failed'::text, 'delivered'::text, 'read'::text, 'played'::text]))),
  CHECK ((why = ANY (ARRAY['window_closed'::text, 'quiet_hours'::text, 'pair_limit'::text, 'expired'::text, 'no_address'::text, 'refused'::text, 'template_refused'::text, 'given_up'::text, 'faulty'::text, 'unconfirmed'::text]))),
  PRIMARY KEY (id),
  UNIQUE (turn_id, n)
) with (fillfactor=70);

create table past (
  key text not null,
  of text not null,
  seq bigint not null generated always as identity,
  until timestamp with time zone not null default now(),
  was jsonb,
  PRIMARY KEY (seq)
);

create table person (
  created_at timestamp with time zone not null default now(),
  document_cipher bytea,
  document_index bytea,
  document_type text,
  first_names text not null,
  id uuid not null default gen_random_uuid(),
  last_names text not null,
  registered_at timestamp with time zone,
  reminders_refused_at timestamp with time zone,
  site_id uuid,
  CHECK (((document_index IS NULL) OR (document_cipher IS NOT NULL))),
  CHECK (((document_index IS NULL) OR (document_type IS NOT NULL))),
  CHECK ((document_type = ANY (ARRAY['CC'::text, 'CE'::text, 'PPT'::text, 'PEP'::text, 'PA'::text, 'TI'::text, 'SC'::text, 'OTRO'::text]))),
  CHECK ((first_names <> ''::text)),
  FOREIGN KEY (site_id) REFERENCES site(id),
  PRIMARY KEY (id)
);

create table person_address (
  address_id bigint not null,
  person_id uuid not null,
  since timestamp with time zone not null default now(),
  FOREIGN KEY (address_id) REFERENCES address(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (person_id, address_id)
);

create table pin (
  chosen_at timestamp with time zone not null,
  failures smallint not null default 0,
  hash bytea not null,
  locked_until timestamp with time zone,
  person_id uuid not null,
  salt bytea not null,
  FOREIGN KEY (person_id) REFERENCES person(id),
  PRIMARY KEY (person_id)
);

create table review (
  decided_at timestamp with time zone,
  decided_by text,
  decision text,
  details jsonb not null default '{}'::jsonb,
  id bigint not null generated always as identity,
  kind text not null,
  opened_at timestamp with time zone not null default now(),
  status text not null default 'open'::text,
  subjects uuid[] not null,
  CHECK ((((decided_at IS NULL) = (decision IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
  CHECK (((cardinality(subjects) >= 1) AND (cardinality(subjects) <= 20))),
  CHECK ((decision <> ''::text)),
  CHECK ((kind = ANY (ARRAY['address_conflict'::text, 'near_match'::text]))),
  CHECK ((status =
CASE
    WHEN (decided_at IS NULL) THEN 'open'::text
    ELSE 'decided'::text
END)),
  CHECK ((status = ANY (ARRAY['open'::text, 'decided'::text]))),
  PRIMARY KEY (id)
);

create table service (
  category text not null,
  code text not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  CHECK ((code <> ''::text)),
  CHECK ((name <> ''::text)),
  PRIMARY KEY (id),
  UNIQUE (code)
);

create table session (
  change_reason text,
  class_id uuid not null,
  ends_at timestamp with time zone not null,
  first_starts_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  number integer not null,
  starts_at timestamp with time zone not null,
  status text not null default 'planned'::text,
  CHECK (((change_reason <> ''::text) AND (length(change_reason) <= 200))),
  CHECK ((ends_at > starts_at)),
  CHECK ((number > 0)),
  CHECK ((status = ANY (ARRAY['planned'::text, 'cancelled'::text]))),
  FOREIGN KEY (class_id) REFERENCES class(id),
  PRIMARY KEY (id),
  UNIQUE (class_id, starts_at)
);

create table session_guest (
  added_at timestamp with time zone not null default now(),
  added_by uuid not null,
  channel text not null,
  first_names text,
  id bigint not null generated always as identity,
  last_names text,
  message_id text,
  person_id uuid not null,
  session_id uuid not null,
  CHECK (((first_names IS NULL) = (last_names IS NULL))),
  CHECK ((first_names <> ''::text)),
  FOREIGN KEY (added_by) REFERENCES person(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (session_id) REFERENCES session(id),
  PRIMARY KEY (session_id, person_id, added_at),
  UNIQUE (id)
);

create table session_reopening (
  id bigint not null generated always as identity,
  reason text not null,
  reopened_at timestamp with time zone not null default now(),
  reopened_by text not null,
  session_id uuid not null,
  until timestamp with time zone not null,
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (session_id) REFERENCES session(id),
  PRIMARY KEY (id)
);

create table session_reply (
  coming boolean not null,
  person_id uuid not null,
  said_at timestamp with time zone not null,
  session_id uuid not null,
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (session_id) REFERENCES session(id) ON DELETE CASCADE,
  PRIMARY KEY (session_id, person_id)
);

create table session_substitute (
  appointed_at timestamp with time zone not null default now(),
  appointed_by uuid,
  ended_at timestamp with time zone,
  person_id uuid not null,
  session_id uuid not null,
  FOREIGN KEY (appointed_by) REFERENCES person(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (session_id) REFERENCES session(id),
  PRIMARY KEY (session_id, person_id)
);

create table site (
  address text,
  code text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  latitude double precision,
  locality text not null,
  longitude double precision,
  name text not null,
  CHECK ((code <> ''::text)),
  CHECK ((kind = ANY (ARRAY['block'::text, 'bus'::text, 'home'::text]))),
  CHECK ((name <> ''::text)),
  PRIMARY KEY (id),
  UNIQUE (code)
);

create table spent_ticket (
  expires_at timestamp with time zone not null,
  id uuid not null,
  PRIMARY KEY (id)
);

create table transcript (
  conversation_id uuid not null,
  last bigint not null,
  PRIMARY KEY (conversation_id)
) with (fillfactor=50);

CREATE INDEX address_conversation ON public.address USING btree (conversation_id) WHERE (revoked_at IS NULL);

CREATE INDEX address_former ON public.address USING btree (value) WHERE ((kind = 'bsuid'::text) AND (revoked_at IS NOT NULL));

CREATE INDEX address_undeliverable ON public.address USING btree (undeliverable_at) WHERE ((undeliverable_at IS NOT NULL) AND (revoked_at IS NULL));

CREATE INDEX check_in_tried ON public.check_in USING btree (person_id, sent_at);

CREATE INDEX class_instructor_instructor ON public.class_instructor USING btree (instructor_id);

CREATE INDEX class_site ON public.class USING btree (site_id);

CREATE INDEX consent_person ON public.consent USING btree (person_id);

CREATE INDEX conversation_person ON public.conversation USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX enrolment_class ON public.enrolment USING btree (class_id, status);

CREATE INDEX enrolment_offered ON public.enrolment USING btree (offered_until) WHERE (status = 'offered'::text);

CREATE INDEX enrolment_person ON public.enrolment USING btree (person_id);

CREATE INDEX enrolment_waiting ON public.enrolment USING btree (class_id) WHERE (status = ANY (ARRAY['waitlisted'::text, 'offered'::text]));

CREATE INDEX entry_code_open ON public.entry_code USING btree (code_hash) WHERE (used_at IS NULL);

CREATE INDEX entry_code_person ON public.entry_code USING btree (person_id, issued_at);

CREATE INDEX handover_from ON public.handover USING btree (from_conversation, issued_at);

CREATE INDEX handover_miss_conversation ON public.handover_miss USING btree (conversation_id, at);

CREATE INDEX inbox_awaits ON public.inbox USING btree (received_at) WHERE ((awaits IS NOT NULL) AND (done_at IS NULL));

CREATE INDEX inbox_done ON public.inbox USING btree (done_at) WHERE (done_at IS NOT NULL);

CREATE INDEX inbox_parked ON public.inbox USING btree (done_at) WHERE (outcome = 'parked'::text);

CREATE INDEX inbox_waiting ON public.inbox USING btree (conversation_id, sent_at, seq) WHERE (done_at IS NULL);

CREATE INDEX mark_marked_by ON public.mark USING btree (marked_by, sent_at);

CREATE INDEX mark_person ON public.mark USING btree (person_id);

CREATE INDEX mark_saved ON public.mark USING btree (saved_at);

CREATE INDEX merge_gone ON public.merge USING btree (gone);

CREATE INDEX merge_kept ON public.merge USING btree (kept);

CREATE INDEX merge_moved_row ON public.merge_moved USING btree (of, key);

CREATE INDEX merge_review ON public.merge USING btree (review_id);

CREATE INDEX notice_about ON public.notice USING btree (about) WHERE (ended_at IS NULL);

CREATE INDEX notice_due ON public.notice USING btree (due_at) WHERE (ended_at IS NULL);

CREATE INDEX notice_person ON public.notice USING btree (person_id);

CREATE INDEX notice_urgent ON public.notice USING btree (due_at) WHERE ((ended_at IS NULL) AND urgent);

CREATE INDEX outbox_created ON public.outbox USING brin (created_at) WITH (pages_per_range='32', autosummarize='on');

CREATE INDEX outbox_due ON public.outbox USING btree (channel, priority, next_at) WHERE (unsent AND (lease_until IS NULL) AND (next_at < 'infinity'::timestamp with time zone));

CREATE INDEX outbox_held ON public.outbox USING btree (id) WHERE (why = 'window_closed'::text);

CREATE INDEX outbox_leased ON public.outbox USING btree (channel, lease_until) WHERE (lease_until IS NOT NULL);

CREATE INDEX outbox_provider ON public.outbox USING btree (provider_id) WHERE (provider_id IS NOT NULL);

CREATE INDEX outbox_unsent ON public.outbox USING btree (conversation_id, id) WHERE unsent;

CREATE INDEX past_key ON public.past USING btree (of, key, seq);

CREATE INDEX past_until ON public.past USING btree (of, until);

CREATE INDEX person_address_address ON public.person_address USING btree (address_id);

CREATE INDEX person_name ON public.person USING btree (sort_key(((first_names || ' '::text) || last_names)));

CREATE INDEX session_day ON public.session USING btree (starts_at);

CREATE INDEX session_moved ON public.session USING btree (class_id, first_starts_at) WHERE (first_starts_at IS NOT NULL);

CREATE INDEX session_reopening_session ON public.session_reopening USING btree (session_id);

CREATE INDEX session_substitute_person ON public.session_substitute USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX spent_ticket_expiry ON public.spent_ticket USING btree (expires_at);

CREATE UNIQUE INDEX address_in_use ON public.address USING btree (channel, kind, value) WHERE (revoked_at IS NULL);

CREATE UNIQUE INDEX check_in_claimed ON public.check_in USING btree (session_id, person_id) WHERE (outcome = 'claimed'::text);

CREATE UNIQUE INDEX check_in_message ON public.check_in USING btree (channel, message_id);

CREATE UNIQUE INDEX consent_message ON public.consent USING btree (conversation_id, message_id);

CREATE UNIQUE INDEX enrolment_live ON public.enrolment USING btree (class_id, person_id) WHERE (status = ANY (ARRAY['enrolled'::text, 'waitlisted'::text, 'offered'::text]));

CREATE UNIQUE INDEX handover_open ON public.handover USING btree (code_hash) WHERE (used_at IS NULL);

CREATE UNIQUE INDEX help_request_open ON public.help_request USING btree (conversation_id) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX inbox_position ON public.inbox USING btree (conversation_id, "position") WHERE ("position" IS NOT NULL);

CREATE UNIQUE INDEX mark_undone ON public.mark USING btree (undoes) WHERE (undoes IS NOT NULL);

CREATE UNIQUE INDEX merge_in_force ON public.merge USING btree (gone) WHERE (undone_at IS NULL);

CREATE UNIQUE INDEX outbox_position ON public.outbox USING btree (conversation_id, "position") WHERE ("position" IS NOT NULL);

CREATE UNIQUE INDEX person_document ON public.person USING btree (document_type, document_index) WHERE (document_index IS NOT NULL);

CREATE UNIQUE INDEX review_open ON public.review USING btree (kind, subjects) WHERE (status = 'open'::text);

CREATE OR REPLACE FUNCTION public.add_guest(of_session uuid, guest uuid, first text, last text, of_type text, of_cipher bytea, of_index bytea, holder uuid, actor uuid, conversation uuid, via text, message text, sent timestamp with time zone, OUT outcome text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
begin
  perform from session s where s.id = of_session and s.status = 'planned' for no key update;
  if not found or not may_mark(of_session, actor) then
    outcome := 'not_yours';
  elsif not is_proven(conversation, actor, sent) then
    outcome := 'unproven';
  elsif sent > session_closes_at(of_session) then
    outcome := 'closed';
  elsif exists (select from roster(of_session) r where r.person_id = guest) then
    outcome := 'listed';
  else
    insert into person (id, first_names, last_names, document_type, document_cipher, document_index)
    values (guest, first, last, of_type, of_cipher, of_index)
    on conflict (id) do nothing;
    insert into session_guest (session_id, person_id, first_names, last_names, added_by, channel, message_id, added_at)
    values (of_session, guest, first, last, actor, via, message,
            greatest(now(), (select max(m.saved_at) + interval '1 microsecond' from mark m
                             where m.session_id = of_session and m.person_id = guest)))
    on conflict do nothing;
    if holder is not null then
      perform open_review('near_match', array[guest, holder], '{"by": "guest"}');
    end if;
    outcome := 'added';
  end if;
  if outcome in ('not_yours', 'closed', 'unproven') then
    perform log_marking(of_session, actor, via, 'guest_refused', outcome, 0);
  elsif outcome = 'added' then
    perform log_marking(of_session, actor, via, 'guest', outcome, 1);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.care_taken(of_class uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(sum(children + older + disabled), 0)::integer
  from enrolment where class_id = of_class and status in ('enrolled', 'offered')
$function$
;

CREATE OR REPLACE FUNCTION public.change_addresses(of_channel text, of_message text, happened timestamp with time zone, old_bsuid text, old_parent_bsuid text, old_phone text, new_bsuid text, new_parent_bsuid text, new_phone text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  mover uuid;
  newcomer uuid;
  outcome text := case when coalesce(new_bsuid, new_parent_bsuid, new_phone) is null then 'device' else 'moved' end;
begin
  perform pg_advisory_xact_lock(7302117);
  if exists (select from inbox where channel = of_channel and message_id = of_message) then return 'repeated'; end if;
  select conversation_id into mover from address
    where channel = of_channel and revoked_at is null
      and (kind, value) in (('bsuid', old_bsuid), ('parent_bsuid', old_parent_bsuid))
    order by kind limit 1;
  if mover is null then
    -- By the phone alone, unless it is by now the phone of another id: then it has changed hands.
    select conversation_id into mover from address was
      where channel = of_channel and revoked_at is null and kind = 'phone' and value = old_phone
        and not exists (select from address id where id.conversation_id = was.conversation_id and id.revoked_at is null
                                                 and id.kind = 'bsuid' and id.value <> old_bsuid);
  end if;
  if mover is null then return 'unknown'; end if;
  select conversation_id into newcomer from address
    where channel = of_channel and revoked_at is null
      and (kind, value) in (('bsuid', new_bsuid), ('parent_bsuid', new_parent_bsuid))
    order by kind limit 1;
  if (select count(*) from (select from conversation where id in (mover, newcomer) for no key update skip locked) as free)
     < (select count(*) from conversation where id in (mover, newcomer)) then
    return 'busy';
  end if;
  if outcome = 'moved' then
    perform move_talk(of_channel, mover, newcomer, array[new_bsuid, new_parent_bsuid, new_phone]);
  end if;
  update conversation set proof_needed_at = now() where id = mover;
  insert into inbox (channel, message_id, conversation_id, sent_at, done_at, outcome)
    values (of_channel, of_message, mover, happened, now(), 'done');
  insert into audit (actor, action, object_kind, object_id, channel)
    values ('channel', outcome, 'conversation', mover::text, of_channel);
  return outcome;
end $function$
;

CREATE OR REPLACE FUNCTION public.change_session(of_session uuid, what text, new_starts timestamp with time zone, new_ends timestamp with time zone, reason text, actor uuid, conversation uuid, via text, at timestamp with time zone, OUT outcome text, OUT of_class uuid, OUT was timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  held session;
  ends timestamptz;
  is_afterwards boolean;
begin
  perform from class c where c.id = (select s.class_id from session s where s.id = of_session) for no key update;
  select * into held from session s where s.id = of_session for update;
  of_class := held.class_id;
  was := held.starts_at;
  ends := coalesce(new_ends, new_starts + (held.ends_at - held.starts_at));
  is_afterwards := what in ('not_held', 'restore') and held.starts_at <= at;
  outcome := case
    when held.id is null then 'unknown_session'
    when actor is not null and not may_change(of_session, actor) and not (is_afterwards and may_mark(of_session, actor)) then 'not_yours'
    when actor is not null and not is_proven(conversation, actor, at) then 'unproven'
    when what <> 'restore' and held.status = 'cancelled' then 'cancelled'
    when what = 'restore' and held.status = 'planned' then 'planned'
    when what = 'restore' and exists (select from class c where c.id = of_class and c.cancelled_at is not null) then 'cancelled'
    when is_afterwards and exists (select from roster(of_session) r where r.status is not null) then 'marked'
    when not is_afterwards and exists (select from mark m where m.session_id = of_session) then 'marked'
    when not is_afterwards and held.starts_at <= at then 'begun'
    when is_afterwards and session_closes_at(of_session) < at then 'closed'
    when what = 'not_held' and not is_afterwards then 'not_begun'
    when what = 'move' and (new_starts <= at or ends <= new_starts) then 'in_the_past'
    when what = 'move' and new_starts = held.starts_at and ends = held.ends_at then 'same'
    when what in ('move', 'restore') and exists (
      select from session other
      where other.class_id = of_class and other.id <> of_session
        and (other.starts_at = coalesce(new_starts, held.starts_at)
             or other.status = 'planned' and other.starts_at < coalesce(ends, held.ends_at)
                and other.ends_at > coalesce(new_starts, held.starts_at))) then 'taken'
    else 'changed'
  end;
  if outcome = 'changed' then
    update session s
      set status = case when what in ('cancel', 'not_held') then 'cancelled' else 'planned' end,
          first_starts_at = case what when 'move' then coalesce(s.first_starts_at, s.starts_at) else s.first_starts_at end,
          starts_at = coalesce(new_starts, s.starts_at), ends_at = coalesce(ends, s.ends_at), change_reason = reason
      where s.id = of_session;
  elsif outcome in ('not_yours', 'unproven') then
    perform log_refusal(of_session, actor, via, what || '_session_refused', outcome);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.class_at(as_of timestamp with time zone)
 RETURNS SETOF class
 LANGUAGE sql
 STABLE
AS $function$
  select t.* from class t where not exists (select from past p where p.of = 'class' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('class', as_of) p, jsonb_populate_record(null::class, p.was) r where p.was is not null
$function$
;

CREATE OR REPLACE FUNCTION public.class_instructor_at(as_of timestamp with time zone)
 RETURNS SETOF class_instructor
 LANGUAGE sql
 STABLE
AS $function$
  select t.* from class_instructor t
  where not exists (select from past p where p.of = 'class_instructor' and p.until > as_of and p.key = ' ' || t.class_id || ' ' || t.instructor_id)
  union all select r.* from past_rows('class_instructor', as_of) p, jsonb_populate_record(null::class_instructor, p.was) r where p.was is not null
$function$
;

CREATE OR REPLACE FUNCTION public.conversation_of(of_channel text, of_bsuid text, of_parent_bsuid text, of_phone text, of_web text)
 RETURNS uuid
 LANGUAGE plpgsql
AS $function$
declare
  found uuid;
  parent_owner uuid;
  phone_owner uuid;
  was_known boolean;
begin
  perform pg_advisory_xact_lock(7302117);
  select conversation_id into found from address
    where channel = of_channel and revoked_at is null and (kind, value) in (('bsuid', of_bsuid), ('web', of_web));
  if found is null and of_bsuid is not null then
    select conversation_id into found from address
      where channel = of_channel and revoked_at is not null and kind = 'bsuid' and value = of_bsuid
      order by id desc limit 1;
    if found is not null then return found; end if;
  end if;
  select conversation_id into parent_owner from address
    where channel = of_channel and revoked_at is null and kind = 'parent_bsuid' and value = of_parent_bsuid;
  if found is null then
    found := parent_owner;
  elsif parent_owner <> found then
    update address set revoked_at = now()
      where channel = of_channel and revoked_at is null and kind = 'parent_bsuid' and value = of_parent_bsuid;
    perform open_review('address_conflict', array[found, parent_owner], '{"by": "parent_bsuid"}');
  end if;
  was_known := found is not null;
  select conversation_id into phone_owner from address
    where channel = of_channel and revoked_at is null and kind = 'phone' and value = of_phone;
  if found is null and not exists (
    select from address where conversation_id = phone_owner and kind = 'bsuid' and revoked_at is null and value <> of_bsuid
  ) then
    found := phone_owner;
  end if;
  if found is null then
    insert into conversation (channel) values (of_channel) returning id into found;
  end if;
  if of_phone is not null and (of_bsuid is not null or of_parent_bsuid is not null) then
    update address set revoked_at = now()
      where conversation_id = found and kind = 'phone' and revoked_at is null and value <> of_phone;
    perform take_phone(of_channel, of_phone, found, was_known);
  end if;
  insert into address (conversation_id, channel, kind, value)
    select found, of_channel, kind, value
    from (values ('bsuid', of_bsuid), ('parent_bsuid', of_parent_bsuid), ('phone', of_phone), ('web', of_web)) as given (kind, value)
    where value is not null
    on conflict (channel, kind, value) where revoked_at is null do nothing;
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION public.coordinated_sites(by_person uuid)
 RETURNS TABLE(site_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select si.id from site si
  where exists (
    select from coordinator co
    where co.person_id = by_person
      and (co.all_sites or exists (select from coordinator_site cs where cs.coordinator_id = co.id and cs.site_id = si.id)))
$function$
;

CREATE OR REPLACE FUNCTION public.document_at(known uuid, as_of timestamp with time zone, OUT holder uuid, OUT type text, OUT cipher bytea)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  carried merge;
begin
  select m.* into carried from merge m
    where m.kept = known and m.carried_index is not null and m.merged_at <= as_of and m.undone_at > as_of order by m.id desc limit 1;
  select p.id, p.document_type, p.document_cipher into holder, type, cipher from person p where p.id = coalesce(carried.gone, known);
  if carried.id is not null then return; end if;
  select m.* into carried from merge m
    where m.kept = known and m.carried_index is not null and m.merged_at > as_of and m.undone_at is null;
  if carried.id is not null then
    type := carried.was ->> 'document_type';
    cipher := null;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.forget_proof()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.proven_until := null;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.give_back_fields(undone merge, kept_one person, lost_one person)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  before person := jsonb_populate_record(null::person, undone.was);
begin
  update person set
    site_id = case when site_id is distinct from coalesce(before.site_id, lost_one.site_id) then site_id else before.site_id end,
    registered_at = case when registered_at is distinct from coalesce(before.registered_at, lost_one.registered_at)
                         then registered_at else before.registered_at end,
    reminders_refused_at = case when reminders_refused_at is distinct from coalesce(before.reminders_refused_at, lost_one.reminders_refused_at)
                                then reminders_refused_at else before.reminders_refused_at end
    where id = undone.kept;
  update person set reminders_refused_at = coalesce(reminders_refused_at, kept_one.reminders_refused_at)
    where id = undone.gone
      and kept_one.reminders_refused_at is distinct from coalesce(before.reminders_refused_at, lost_one.reminders_refused_at);
  if undone.carried_index is null then return; end if;
  update person set document_type = before.document_type, document_cipher = null, document_index = null
    where id = undone.kept and document_type = lost_one.document_type and document_index = undone.carried_index;
  update person set document_index = undone.carried_index where id = undone.gone;
end $function$
;

CREATE OR REPLACE FUNCTION public.guest_meant(of_session uuid, first text, last text, of_type text, of_index bytea, OUT person uuid, OUT several boolean, OUT holder uuid)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  whole text := sort_key(trim(first || ' ' || last));
  found_names text;
  fits uuid[];
begin
  several := false;
  if of_index is not null then
    select who_is(p.id), sort_key(p.first_names || ' ' || p.last_names) into person, found_names
      from person p where p.document_type = of_type and p.document_index = of_index;
    if person is not null and not string_to_array(found_names, ' ') && array_remove(string_to_array(whole, ' '), '') then
      holder := person;
      person := null;
    end if;
    return;
  end if;
  select array_agg(distinct who_is(p.id)) into fits
  from person p
  where sort_key(trim(p.first_names || ' ' || p.last_names)) = whole and p.registered_at is not null
    and exists (
      select from session s join class c on c.id = s.class_id
      where s.id = of_session and (p.site_id = c.site_id or exists (
        select from enrolment e join class other on other.id = e.class_id
        where e.person_id = p.id and other.site_id = c.site_id)));
  several := coalesce(cardinality(fits), 0) > 1;
  if cardinality(fits) = 1 then person := fits[1]; end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.hand_over(of_merge bigint, giver uuid, taker uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  of_people record;
begin
  set constraints mark_session_id_person_id_revision_key deferred;
  update mark m set person_id = giver from merge_moved v
    where v.merge_id = of_merge and v.of = 'mark_aside' and v.key = m.id::text and m.person_id = taker;
  for of_people in select * from tables_of_people() loop
    execute format('update %1$I t set person_id = $1 from merge_moved v
                    where v.merge_id = $3 and v.of = %1$L and v.key = t.%2$I::text and t.person_id = $2',
                   of_people.name, of_people.key) using taker, giver, of_merge;
  end loop;
  set constraints mark_session_id_person_id_revision_key immediate;
  -- A notice that tells in its key for whom it is would else be planned once more.
  update notice n set key = replace(n.key, giver::text, taker::text)
    from merge_moved v
    where v.merge_id = of_merge and v.of = 'notice' and v.key = n.id::text and n.key like '%' || giver || '%'
      and not exists (select from notice there where there.key = replace(n.key, giver::text, taker::text));
end $function$
;

CREATE OR REPLACE FUNCTION public.heard_on_the_web()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.position := next_position(new.conversation_id);
  new.sent_at := clock_timestamp();
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.hold_people(one uuid, other uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform from conversation c
    where c.person_id in (one, other)
       or c.id in (select a.conversation_id from person_address pa join address a on a.id = pa.address_id
                   where pa.person_id in (one, other))
    order by c.id for no key update;
  perform from class c
    where c.id in (select e.class_id from enrolment e
                   where e.person_id in (one, other)
                     and (e.status in ('enrolled', 'waitlisted', 'offered') or e.why_ended = 'merged'))
    order by c.id for no key update;
  perform from person where id in (one, other) order by id for update;
end $function$
;

CREATE OR REPLACE FUNCTION public.instructor_at(as_of timestamp with time zone)
 RETURNS SETOF instructor
 LANGUAGE sql
 STABLE
AS $function$
  select t.* from instructor t where not exists (select from past p where p.of = 'instructor' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('instructor', as_of) p, jsonb_populate_record(null::instructor, p.was) r where p.was is not null
$function$
;

CREATE OR REPLACE FUNCTION public.is_coordinator(of_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from coordinator co
    where co.person_id = of_person
      and (co.all_sites or exists (select from coordinator_site cs where cs.coordinator_id = co.id)))
$function$
;

CREATE OR REPLACE FUNCTION public.is_gone(person uuid, as_of timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from merge m where m.gone = person and m.merged_at <= as_of and (m.undone_at is null or m.undone_at > as_of))
$function$
;

CREATE OR REPLACE FUNCTION public.is_listed_by(of_merge merge, of_session uuid, given boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from session s join enrolment e on e.class_id = s.class_id
    where s.id = of_session and e.person_id = of_merge.kept and e.enrolled_at <= s.starts_at
      and (e.ended_at is null or e.ended_at > s.starts_at) and was_moved(of_merge.id, 'enrolment', e.id::text) = given
  ) or exists (
    select from session_guest g
    where g.session_id = of_session and g.person_id = of_merge.kept and was_moved(of_merge.id, 'session_guest', g.id::text) = given
  )
$function$
;

CREATE OR REPLACE FUNCTION public.is_proven(of_conversation uuid, of_person uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select case when c.shared or c.proof_needed_at is not null
                 then c.person_id is not distinct from of_person and coalesce(c.proven_until > at, false)
                 else true end
     from conversation c where c.id = of_conversation), true)
$function$
;

CREATE OR REPLACE FUNCTION public.keep_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  row_now jsonb := to_jsonb(coalesce(new, old));
  key text := '';
  part text;
begin
  foreach part in array tg_argv loop
    key := key || ' ' || (row_now ->> part);
  end loop;
  if tg_op <> 'UPDATE' or old is distinct from new then
    insert into past (of, key, was) values (tg_table_name, key, case when tg_op <> 'INSERT' then to_jsonb(old) end);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.log_marking(of_session uuid, actor uuid, via text, action text, outcome text, count integer)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into audit (actor_id, actor, action, object_kind, object_id, channel, details)
  select (select id from person where id = log_marking.actor), 'instructor', log_marking.action, 'session', of_session::text, via,
         jsonb_build_object('marks', log_marking.count)
         || case when log_marking.action like '%refused' then jsonb_build_object('why', log_marking.outcome) else '{}' end
  where log_marking.count > 0 or log_marking.action like '%refused'
$function$
;

CREATE OR REPLACE FUNCTION public.log_refusal(of_session uuid, actor uuid, via text, action text, why text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into audit (actor_id, actor, action, object_kind, object_id, channel, details)
  values ((select id from person where id = log_refusal.actor), 'instructor', log_refusal.action, 'session', of_session::text, via,
          jsonb_build_object('why', why))
$function$
;

CREATE OR REPLACE FUNCTION public.marks_twice(keep uuid, lose uuid, choice text)
 RETURNS TABLE(session_id uuid, status text, other_status text, counts uuid)
 LANGUAGE sql
 STABLE
AS $function$
  with latest as (
    select distinct on (m.session_id, m.person_id) m.session_id, m.person_id, nullif(m.status, 'unmarked') as status
    from mark m where m.person_id in (keep, lose)
    order by m.session_id, m.person_id, m.revision desc
  )
  select hers.session_id, hers.status, other.status,
         case when other.status is null or hers.status = other.status then keep
              when hers.status is null then lose
              when choice in (keep::text, lose::text) then choice::uuid
              when choice = 'attended' then case when array_position(best, hers.status) < array_position(best, other.status) then keep else lose end
         end
  from latest hers
  join latest other on other.session_id = hers.session_id and other.person_id = lose
  cross join (values (array['present', 'late', 'excused', 'absent'])) as ranked (best)
  where hers.person_id = keep
$function$
;

CREATE OR REPLACE FUNCTION public.may_change(of_session uuid, by_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select teaches(of_session, by_person) or exists (
    select from session s join class c on c.id = s.class_id
    where s.id = of_session and c.site_id in (select co.site_id from coordinated_sites(by_person) co))
$function$
;

CREATE OR REPLACE FUNCTION public.may_mark(of_session uuid, by_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from session s
    join class_instructor ci on ci.class_id = s.class_id
    join instructor i on i.id = ci.instructor_id
    where s.id = of_session and i.person_id = by_person
  ) or exists (
    select from session_substitute sub
    join instructor i on i.person_id = sub.person_id
    where sub.session_id = of_session and sub.person_id = by_person and sub.ended_at is null
  )
$function$
;

CREATE OR REPLACE FUNCTION public.merge_people(keep uuid, lose uuid, said boolean, of_review bigint, by text, choice text DEFAULT NULL::text, sealed bytea DEFAULT NULL::bytea, OUT outcome text, OUT classes text, OUT merged bigint, OUT freed uuid[])
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  kept_one person;
  lost_one person;
  carries boolean;
begin
  perform hold_people(keep, lose);
  select * into kept_one from person where id = keep;
  select * into lost_one from person where id = lose;
  select r.outcome, r.classes into outcome, classes from merge_refusal(kept_one, lost_one, said, choice) r;
  if outcome is not null then return; end if;
  carries := kept_one.document_index is null and lost_one.document_index is not null;
  if carries and sealed is null then raise exception 'The document of % is not sealed for %.', lose, keep; end if;

  insert into merge (kept, gone, review_id, merged_by, was, carried_index)
    values (keep, lose, of_review, by, jsonb_build_object('site_id', kept_one.site_id, 'registered_at', kept_one.registered_at,
              'reminders_refused_at', kept_one.reminders_refused_at, 'document_type', kept_one.document_type),
            case when carries then lost_one.document_index end)
    returning id into merged;
  perform put_aside(merged, keep, lose, choice);
  perform hand_over(merged, lose, keep);
  update inbox i set body = jsonb_set(i.body::jsonb, '{personId}', to_jsonb(keep))::json
    where i.done_at is null and i.body ->> 'personId' = lose::text
      and i.conversation_id in (select c.id from conversation c where c.person_id = keep
                                union select a.conversation_id from person_address pa join address a on a.id = pa.address_id
                                where pa.person_id = keep);
  -- Where the two shared a phone, nobody need be asked any more which of them writes.
  with alone as (
    update conversation c set shared = false, asks_who = false
      where c.shared and c.id in (select a.conversation_id from person_address pa join address a on a.id = pa.address_id
                                  where pa.person_id = keep)
        and (select count(*) from people_of(c.id)) = 1
      returning c.id
  )
  insert into merge_moved (merge_id, of, key) select merged, 'shared', id::text from alone;
  update person set site_id = coalesce(site_id, lost_one.site_id), registered_at = coalesce(registered_at, lost_one.registered_at),
                    reminders_refused_at = coalesce(reminders_refused_at, lost_one.reminders_refused_at)
    where id = keep;
  if carries then
    update person set document_index = null where id = lose;
    update person set document_type = lost_one.document_type, document_cipher = sealed, document_index = lost_one.document_index
      where id = keep;
  end if;
  select array_agg(distinct e.class_id) into freed
    from merge_moved v join enrolment e on e.id::text = v.key
    where v.merge_id = merged and v.of = 'place_ended' and v.was ->> 'status' in ('enrolled', 'offered');
  outcome := 'merged';
end $function$
;

CREATE OR REPLACE FUNCTION public.merge_refusal(keep person, lose person, said boolean, choice text, OUT outcome text, OUT classes text)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if keep.id is null or lose.id is null or keep.id = lose.id then
    outcome := 'not_two';
  elsif exists (select from merge m where m.undone_at is null and m.gone in (keep.id, lose.id)) then
    outcome := 'merged_already';
  elsif exists (select from instructor i where i.person_id in (keep.id, lose.id))
     or exists (select from coordinator co where co.person_id in (keep.id, lose.id)) then
    outcome := 'works_here';
  elsif lose.document_index is not null and keep.document_index is not null and not said then
    outcome := 'two_documents';
  elsif exists (
    select from (select distinct on (c.person_id) c.given from consent c
                 where c.person_id in (keep.id, lose.id) order by c.person_id, c.said_at desc, c.id desc) as last
    where not last.given
  ) then
    outcome := 'consent_withdrawn';
  end if;
  if outcome is not null then return; end if;
  select string_agg(distinct c.code, ', ') into classes
    from marks_twice(keep.id, lose.id, choice) as twice
    join session s on s.id = twice.session_id
    join class c on c.id = s.class_id
    where twice.counts is null;
  if classes is not null then outcome := 'marks_differ'; end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.merged_since(as_of timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from merge m where greatest(m.merged_at, m.undone_at) > as_of)
$function$
;

CREATE OR REPLACE FUNCTION public.move_talk(of_channel text, mover uuid, newcomer uuid, new_values text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  update address set revoked_at = now()
    where conversation_id = mover and revoked_at is null and value <> all (array_remove(new_values, null));
  if newcomer <> mover then
    if exists (select from conversation where id = newcomer and person_id is not null) then
      perform open_review('address_conflict', array[mover, newcomer], '{"by": "change"}');
      return;
    end if;
    -- Whoever is just filing a message under the new addresses ends first; who comes after finds them moved.
    lock table inbox in share mode;
    update address set conversation_id = mover where conversation_id = newcomer and revoked_at is null;
    update inbox set conversation_id = mover where conversation_id = newcomer and done_at is null;
    update outbox set conversation_id = mover where conversation_id = newcomer and unsent;
  end if;
  if new_values[3] is not null then
    perform take_phone(of_channel, new_values[3], mover, true);
  end if;
  insert into address (conversation_id, channel, kind, value)
    select mover, of_channel, kind, value
    from (values ('bsuid', new_values[1]), ('parent_bsuid', new_values[2])) as given (kind, value)
    where value is not null
    on conflict (channel, kind, value) where revoked_at is null do nothing;
  -- Whoever wrote through what she had writes through what she has.
  insert into person_address (person_id, address_id)
    select distinct known.person_id, now_hers.id
    from address was
    join person_address known on known.address_id = was.id
    join address now_hers on now_hers.conversation_id = mover and now_hers.revoked_at is null
    where was.conversation_id = mover
    on conflict do nothing;
end $function$
;

CREATE OR REPLACE FUNCTION public.name_the_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  kept_one uuid;
begin
  perform from person where id = new.person_id for key share;
  select m.kept into kept_one from merge m where m.gone = new.person_id and m.undone_at is null;
  if found and not exists (
    select from merge_moved v join merge m on m.id = v.merge_id and m.undone_at is null and m.gone = new.person_id
    where v.of = tg_table_name || '_aside' and v.key = to_jsonb(new) ->> 'id'
  ) then
    new.person_id := who_is(kept_one);
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.next_position(of_conversation uuid)
 RETURNS bigint
 LANGUAGE sql
AS $function$
  insert into transcript as it (conversation_id, last) values (of_conversation, 1)
    on conflict (conversation_id) do update set last = it.last + 1
    returning last
$function$
;

CREATE OR REPLACE FUNCTION public.note_what_followed(of_merge merge)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.note_when()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' or new.enrolled_at is distinct from old.enrolled_at then
    new.enrolled_noted_at := case when new.enrolled_at is not null then now() end;
  end if;
  if tg_op = 'INSERT' or new.ended_at is distinct from old.ended_at then
    new.ended_noted_at := case when new.ended_at is not null then now() end;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.offer_places(of_class uuid, at timestamp with time zone, on_day date, stands interval, margin interval)
 RETURNS TABLE(enrolment_id uuid, person_id uuid, until timestamp with time zone)
 LANGUAGE plpgsql
AS $function$
declare
  room class;
  upto timestamptz;
  care_free integer;
  first_fit record;
begin
  select * into room from class where id = of_class for no key update;
  if not found or room.cancelled_at is not null or room.ends_on < on_day then return; end if;
  select least(at + stands, min(s.starts_at) - margin) into upto from session s
    where s.class_id = of_class and s.status = 'planned' and s.starts_at >= at + margin + interval '1 hour'
    having count(*) > 0;
  if upto is null then return; end if;
  while places_taken(of_class) < room.capacity loop
    care_free := coalesce(room.care_places, 0) - care_taken(of_class);
    select * into first_fit from waiting_line(of_class) as line
      where line.company = 0 or line.company <= care_free order by line.place limit 1;
    if not found then return; end if;
    update enrolment set status = 'offered', offered_until = upto where id = first_fit.enrolment_id;
    enrolment_id := first_fit.enrolment_id;
    person_id := first_fit.person_id;
    until := upto;
    return next;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION public.open_review(of_kind text, of_subjects uuid[], of_details jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into review (kind, subjects, details)
    select of_kind, array_agg(distinct subject order by subject), of_details from unnest(of_subjects) as subject
    on conflict (kind, subjects) where status = 'open' do nothing
$function$
;

CREATE OR REPLACE FUNCTION public.owner_at(of_table text, of_key text, owner uuid, as_of timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select changed.was
     from merge_moved v
     join merge m on m.id = v.merge_id
     cross join lateral (
       values (m.merged_at, case v.of when of_table then m.gone else m.kept end),
              (m.undone_at, case v.of when of_table then m.kept else m.gone end)
     ) as changed (until, was)
     where v.of in (of_table, of_table || '_aside') and v.key = of_key and changed.until > as_of
     order by changed.until, m.id limit 1),
    owner)
$function$
;

CREATE OR REPLACE FUNCTION public.past_rows(of_table text, as_of timestamp with time zone)
 RETURNS TABLE(key text, was jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  select distinct on (p.key) p.key, p.was from past p where p.of = of_table and p.until > as_of order by p.key, p.seq
$function$
;

CREATE OR REPLACE FUNCTION public.people_of(of_conversation uuid)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select pa.person_id
  from address a join person_address pa on pa.address_id = a.id
  where a.conversation_id = of_conversation and a.revoked_at is null
  union
  select c.person_id from conversation c where c.id = of_conversation and c.person_id is not null
$function$
;

CREATE OR REPLACE FUNCTION public.places_taken(of_class uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select count(*)::integer from enrolment where class_id = of_class and status in ('enrolled', 'offered')
$function$
;

CREATE OR REPLACE FUNCTION public.places_to_restore(of_merge merge)
 RETURNS TABLE(id uuid, class_id uuid, status text, offered_until timestamp with time zone, company integer)
 LANGUAGE sql
 STABLE
AS $function$
  select e.id, e.class_id, v.was ->> 'status', (v.was ->> 'offered_until')::timestamptz, e.children + e.older + e.disabled
  from merge_moved v join enrolment e on e.id::text = v.key
  where v.merge_id = of_merge.id and v.of = 'place_ended' and e.why_ended = 'merged'
    and not (v.was ->> 'person_id' = of_merge.kept::text and exists (
      select from enrolment since
      where since.class_id = e.class_id and since.person_id = of_merge.kept and since.status in ('enrolled', 'waitlisted', 'offered')
        and not was_moved(of_merge.id, 'enrolment', since.id::text)))
$function$
;

CREATE OR REPLACE FUNCTION public.places_twice(keep uuid, lose uuid)
 RETURNS TABLE(class_id uuid, stays uuid, stays_as text, ends uuid, ends_as text, of_kept boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with live as (
    select e.*, row(array_position(array['enrolled', 'offered', 'waitlisted'], e.status), coalesce(e.enrolled_at, 'infinity'),
                    coalesce(e.line, 0), e.created_at) as rank
    from enrolment e
    where e.person_id in (keep, lose) and e.status in ('enrolled', 'waitlisted', 'offered')
  )
  select hers.class_id,
         case when better.is_hers then hers.id else other.id end, case when better.is_hers then hers.status else other.status end,
         case when better.is_hers then other.id else hers.id end, case when better.is_hers then other.status else hers.status end,
         better.is_hers
  from live hers
  join live other on other.class_id = hers.class_id and other.person_id = lose
  cross join lateral (select hers.rank <= other.rank as is_hers) as better
  where hers.person_id = keep
$function$
;

CREATE OR REPLACE FUNCTION public.prove(of_conversation uuid, of_person uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into person_address (person_id, address_id)
    select of_person, a.id from address a where a.conversation_id = of_conversation and a.revoked_at is null
    on conflict do nothing;
  update conversation set person_id = of_person where id = of_conversation and person_id is distinct from of_person;
  update conversation set proof_needed_at = null, proven_until = case when shared then at + interval '12 hours' end
    where id = of_conversation;
end $function$
;

CREATE OR REPLACE FUNCTION public.put_aside(of_merge bigint, keep uuid, lose uuid, choice text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  of_people record;
begin
  insert into merge_moved (merge_id, of, key, was)
    select of_merge, 'known_twice', a.address_id::text, to_jsonb(a)
    from person_address a join person_address hers on hers.address_id = a.address_id and hers.person_id = keep
    where a.person_id = lose;
  delete from person_address a using merge_moved v
    where v.merge_id = of_merge and v.of = 'known_twice' and v.key = a.address_id::text and a.person_id = lose;
  insert into merge_moved (merge_id, of, key, was)
    select of_merge, 'place_ended', e.id::text,
           jsonb_build_object('person_id', e.person_id, 'status', e.status, 'offered_until', e.offered_until)
    from places_twice(keep, lose) twice join enrolment e on e.id = twice.ends;
  update enrolment e set status = 'withdrawn', ended_at = now(), offered_until = null, why_ended = 'merged'
    from merge_moved v where v.merge_id = of_merge and v.of = 'place_ended' and v.key = e.id::text;
  -- Of two answers the later one.
  insert into merge_moved (merge_id, of, key, was)
    select of_merge, 'reply_aside', hers.session_id::text, case when other.said_at > hers.said_at then to_jsonb(hers) else to_jsonb(other) end
    from session_reply hers join session_reply other on other.session_id = hers.session_id and other.person_id = lose
    where hers.person_id = keep;
  delete from session_reply r using merge_moved v
    where v.merge_id = of_merge and v.of = 'reply_aside' and v.key = r.session_id::text and r.person_id::text = v.was ->> 'person_id';
  for of_people in select * from tables_of_people() loop
    execute format('insert into merge_moved (merge_id, of, key) select $1, %1$L, t.%2$I::text from %1$I t where t.person_id = $2',
                   of_people.name, of_people.key) using of_merge, lose;
  end loop;
  -- What stays with her who goes: her marks where the other's count, a second claim, a list that names both at one instant.
  delete from merge_moved v using mark m join marks_twice(keep, lose, choice) twice on twice.session_id = m.session_id and twice.counts = keep
    where v.merge_id = of_merge and v.of = 'mark' and v.key = m.id::text;
  delete from merge_moved v using check_in i join check_in hers on hers.session_id = i.session_id and hers.person_id = keep and hers.outcome = 'claimed'
    where v.merge_id = of_merge and v.of = 'check_in' and v.key = i.id::text and i.outcome = 'claimed';
  delete from merge_moved v
    using session_guest g join session_guest hers on hers.session_id = g.session_id and hers.person_id = keep and hers.added_at = g.added_at
    where v.merge_id = of_merge and v.of = 'session_guest' and v.key = g.id::text;
  insert into merge_moved (merge_id, of, key)
    select of_merge, 'mark_aside', m.id::text
    from mark m join marks_twice(keep, lose, choice) twice on twice.session_id = m.session_id and twice.counts = lose
    where m.person_id = keep;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change_of_content()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' and exists (
    select from merge_moved v join merge m on m.id = v.merge_id
    where v.of in (tg_table_name, tg_table_name || '_aside') and v.key = old.id::text
      and (old.person_id, new.person_id) in ((m.gone, m.kept), (m.kept, m.gone))
  ) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $function$
;

CREATE OR REPLACE FUNCTION public.roster(of_session uuid, as_of timestamp with time zone DEFAULT 'infinity'::timestamp with time zone)
 RETURNS TABLE(number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint, status text, revision integer)
 LANGUAGE sql
 STABLE
AS $function$
  select row_number() over (order by guest.added_at nulls first, r.number)::integer, r.person_id,
         coalesce(guest.first_names, r.first_names), coalesce(guest.last_names, r.last_names), r.cared_for, r.mark_id, r.status, r.revision
  from session s
  cross join lateral roster_of(s.id, s.class_id, s.starts_at, s.status = 'planned', as_of) as r
  left join lateral (
    select g.first_names, g.last_names, g.added_at from session_guest g
    where g.session_id = s.id and g.person_id = r.person_id order by g.added_at desc limit 1) as guest on true
  where s.id = of_session
  order by 1
$function$
;

CREATE OR REPLACE FUNCTION public.roster_of(of_session uuid, of_class uuid, began timestamp with time zone, planned boolean, as_of timestamp with time zone)
 RETURNS TABLE(number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint, status text, revision integer)
 LANGUAGE sql
 STABLE
AS $function$
  with changed as (
    select merged_since(as_of) as hands
  ), marked as (
    select distinct on (1) case when changed.hands then owner_at('mark', m.id::text, m.person_id, as_of) else m.person_id end as person_id,
           m.id, nullif(m.status, 'unmarked') as status, m.revision, m.saved_at
    from mark m cross join changed
    where m.session_id = of_session and m.saved_at <= as_of
    order by 1, m.revision desc
  ), placed as (
    select distinct on (1) case when changed.hands then owner_at('enrolment', e.id::text, e.person_id, as_of) else e.person_id end as person_id,
           e.children + e.older + e.disabled as cared_for
    from enrolment e cross join changed
    left join lateral (
      select m.merged_at as at from merge_moved v join merge m on m.id = v.merge_id
      where changed.hands and v.of = 'place_ended' and v.key = e.id::text and m.merged_at <= as_of and m.undone_at > as_of
    ) as aside on true
    where e.class_id = of_class and planned
      and e.enrolled_noted_at <= as_of and e.enrolled_at <= began
      and (e.ended_at is null or e.ended_at > began or e.ended_noted_at > as_of)
      and (aside.at is null or aside.at > began)
    order by 1, aside.at is not null or coalesce(e.why_ended = 'merged' and e.ended_noted_at <= as_of, false), e.enrolled_at desc
  ), guest as (
    select case when changed.hands then owner_at('session_guest', g.id::text, g.person_id, as_of) else g.person_id end as person_id, g.added_at
    from session_guest g cross join changed
    where g.session_id = of_session and g.added_at <= as_of
  ), listed as (
    select placed.person_id from placed
    union
    select guest.person_id from guest left join marked on marked.person_id = guest.person_id
    where (marked.id is null or guest.added_at > marked.saved_at) and not is_gone(guest.person_id, as_of)
    union
    select marked.person_id from marked where marked.status is not null and not is_gone(marked.person_id, as_of)
  )
  select row_number() over (order by sort_key(p.last_names), sort_key(p.first_names), p.id)::integer,
         p.id, p.first_names, p.last_names, coalesce(placed.cared_for, 0), marked.id, marked.status, marked.revision
  from listed
  join person p on p.id = listed.person_id
  left join placed on placed.person_id = listed.person_id
  left join marked on marked.person_id = listed.person_id
  order by 1
$function$
;

CREATE OR REPLACE FUNCTION public.service_at(as_of timestamp with time zone)
 RETURNS SETOF service
 LANGUAGE sql
 STABLE
AS $function$
  select t.* from service t where not exists (select from past p where p.of = 'service' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('service', as_of) p, jsonb_populate_record(null::service, p.was) r where p.was is not null
$function$
;

CREATE OR REPLACE FUNCTION public.session_at(as_of timestamp with time zone)
 RETURNS SETOF session
 LANGUAGE sql
 STABLE
AS $function$
  select t.* from session t where not exists (select from past p where p.of = 'session' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('session', as_of) p, jsonb_populate_record(null::session, p.was) r where p.was is not null
$function$
;

CREATE OR REPLACE FUNCTION public.session_closes_at(of_session uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select greatest(
    s.ends_at + make_interval(days => coalesce(
      (select value::integer from installation where name = 'attendance_closes_days'), 8)),
    (select max(until) from session_reopening r where r.session_id = s.id))
  from session s where s.id = of_session
$function$
;

CREATE OR REPLACE FUNCTION public.share_conversation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update conversation c set shared = true, asks_who = true
    from address a
    where a.id = new.address_id and a.revoked_at is null and c.id = a.conversation_id and not c.shared
      and (select count(*) from people_of(c.id)) > 1;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.site_at(as_of timestamp with time zone)
 RETURNS SETOF site
 LANGUAGE sql
 STABLE
AS $function$
  select t.* from site t where not exists (select from past p where p.of = 'site' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('site', as_of) p, jsonb_populate_record(null::site, p.was) r where p.was is not null
$function$
;

CREATE OR REPLACE FUNCTION public.sort_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select lower(translate(name, 'ÁÀÂÄÃÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÑÇáàâäãéèêëíìîïóòôöõúùûüñç',
                               'AAAAAEEEEIIIIOOOOOUUUUNCaaaaaeeeeiiiiooooouuuunc')) collate "C"
$function$
;

CREATE OR REPLACE FUNCTION public.speak_as(of_conversation uuid, speaker uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  update conversation set person_id = speaker, asks_who = shared or speaker is null
    where id = of_conversation and (speaker is null or exists (select from people_of(of_conversation) p where p.person_id = speaker));
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION public.substitute_session(of_session uuid, of_person uuid, actor uuid, conversation uuid, via text, at timestamp with time zone, OUT outcome text, OUT before uuid[])
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  held session;
begin
  select * into held from session s where s.id = of_session for no key update;
  select array_agg(sub.person_id) into before
    from session_substitute sub where sub.session_id = of_session and sub.ended_at is null and sub.person_id is distinct from of_person;
  outcome := case
    when held.id is null or not may_change(of_session, actor) then 'not_yours'
    when not is_proven(conversation, actor, at) then 'unproven'
    when held.status = 'cancelled' then 'cancelled'
    when held.ends_at <= at then 'begun'
    when of_person is null then case when before is null then 'nobody' else 'changed' end
    when teaches(of_session, of_person) then 'teaches'
    when not exists (select from instructor i where i.person_id = of_person) then 'unknown'
    when exists (select from session_substitute sub
                 where sub.session_id = of_session and sub.person_id = of_person and sub.ended_at is null) then 'already'
    else 'changed'
  end;
  if outcome = 'changed' then
    update session_substitute sub set ended_at = at where sub.session_id = of_session and sub.person_id = any (before);
    if of_person is not null then
      insert into session_substitute (session_id, person_id, appointed_by, appointed_at) values (of_session, of_person, actor, at)
        on conflict (session_id, person_id)
        do update set ended_at = null, appointed_by = excluded.appointed_by, appointed_at = excluded.appointed_at;
    end if;
    insert into audit (actor_id, actor, action, object_kind, object_id, channel)
      values (actor, 'instructor', case when of_person is null then 'substitute_ended' else 'substitute' end, 'session', of_session::text, via);
  elsif outcome in ('not_yours', 'unproven') then
    perform log_refusal(of_session, actor, via, 'substitute_refused', outcome);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.tables_of_people()
 RETURNS TABLE(name text, key text)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  values ('conversation', 'id'), ('person_address', 'address_id'), ('consent', 'id'), ('help_request', 'id'), ('entry_code', 'id'),
         ('notice', 'id'), ('enrolment', 'id'), ('session_guest', 'id'), ('session_reply', 'session_id'), ('check_in', 'id'), ('mark', 'id')
$function$
;

CREATE OR REPLACE FUNCTION public.take_over(of_hash bytea, taker uuid, at timestamp with time zone, OUT outcome text, OUT state json, OUT locale text)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  given handover;
  source conversation;
  target conversation;
  owner uuid;
begin
  if (select count(*) from handover_miss m where m.conversation_id = taker and m.at > take_over.at - interval '1 hour') >= 5 then
    outcome := 'too_many';
    return;
  end if;
  select * into given from handover h where h.code_hash = of_hash and h.used_at is null for update;
  if given.id is null or given.expires_at <= at then
    insert into handover_miss values (taker, at);
    outcome := 'unknown';
    return;
  end if;
  if given.from_conversation = taker then
    outcome := 'same';
    return;
  end if;
  select * into source from conversation where id = given.from_conversation for no key update;
  select * into target from conversation where id = taker;
  if source.person_id <> target.person_id then
    perform open_review('near_match', array[source.person_id, target.person_id], '{"by": "handover"}');
    outcome := 'other_person';
    return;
  end if;
  update handover set used_at = at, used_by = taker where id = given.id;
  owner := coalesce(source.person_id, target.person_id);
  state := source.state;
  locale := source.locale;
  update conversation set state = '{}', turn_id = gen_random_uuid(), person_id = owner where id = source.id;
  update conversation set person_id = owner where id = taker and person_id is null;
  -- What she has to prove there she has to prove here.
  if source.shared or source.proof_needed_at is not null then
    update conversation set proof_needed_at = at where id = taker and proof_needed_at is null;
  end if;
  -- Her leave to keep her data goes along with what she was answering.
  update consent set conversation_id = taker where conversation_id = source.id and person_id is null;
  insert into person_address (person_id, address_id)
    select owner, a.id from address a
    where a.conversation_id in (source.id, taker) and a.revoked_at is null and owner is not null
    on conflict do nothing;
  outcome := 'taken';
end $function$
;

CREATE OR REPLACE FUNCTION public.take_phone(of_channel text, of_phone text, taker uuid, is_known boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  before address;
  taken bigint;
  owner conversation;
begin
  select * into before from address
    where channel = of_channel and kind = 'phone' and value = of_phone and revoked_at is null;
  if before.conversation_id = taker then return; end if;
  update address set revoked_at = now() where id = before.id;
  insert into address (conversation_id, channel, kind, value) values (taker, of_channel, 'phone', of_phone)
    returning id into taken;
  if before.id is null then return; end if;
  select * into owner from conversation where id = before.conversation_id;
  if owner.last_inbound_at is null
    and not exists (select from address where conversation_id = owner.id and kind <> 'phone')
    and not exists (select from inbox where conversation_id = owner.id and done_at is null
                                        and message_id not like 'notice:%') then
    insert into person_address (person_id, address_id, since)
      select person_id, taken, since from person_address where address_id = before.id;
    update conversation set person_id = owner.person_id where id = taker and person_id is null;
    update inbox set conversation_id = taker where conversation_id = owner.id and done_at is null;
    update outbox set conversation_id = taker where conversation_id = owner.id and unsent;
    if owner.person_id is null or exists (select from conversation where id = taker and person_id = owner.person_id) then
      return;
    end if;
  end if;
  if is_known then
    perform open_review('address_conflict', array[taker, owner.id], '{"by": "phone"}');
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.take_place(of_class uuid, for_person uuid, at timestamp with time zone, on_day date, of_children integer, of_older integer, of_disabled integer, or_wait boolean, OUT outcome text, OUT free integer, OUT care_free integer, OUT waits_at integer)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  room class;
  mine enrolment;
  company integer := of_children + of_older + of_disabled;
begin
  free := 0;
  select * into room from class where id = of_class;
  if not found then
    outcome := 'unknown_class';
  elsif not exists (select from person where id = for_person and registered_at is not null) then
    outcome := 'not_registered';
  elsif room.cancelled_at is not null or room.ends_on < on_day then
    outcome := 'over';
  elsif not or_wait and places_taken(of_class) >= room.capacity and not exists (
    select from enrolment where class_id = of_class and person_id = for_person and status in ('enrolled', 'offered')
  ) then
    outcome := 'full';
  end if;
  if outcome is not null then return; end if;

  select * into room from class where id = of_class for no key update;
  select * into mine from enrolment
    where class_id = of_class and person_id = for_person and status in ('enrolled', 'waitlisted', 'offered');
  free := greatest(room.capacity - places_taken(of_class), 0);
  care_free := greatest(room.care_places - care_taken(of_class), 0);
  if room.cancelled_at is not null then
    outcome := 'over';
  elsif mine.status = 'enrolled' then
    outcome := 'already';
  elsif mine.status = 'offered' then
    update enrolment set status = 'enrolled', enrolled_at = at, offered_until = null where id = mine.id;
    outcome := 'enrolled';
  elsif free > 0 and (company = 0 or company <= care_free) then
    if mine.id is null then
      insert into enrolment (class_id, person_id, status, enrolled_at, children, older, disabled)
        values (of_class, for_person, 'enrolled', at, of_children, of_older, of_disabled);
    else
      update enrolment
        set status = 'enrolled', enrolled_at = at, children = of_children, older = of_older, disabled = of_disabled
        where id = mine.id;
    end if;
    outcome := 'enrolled';
    free := free - 1;
    care_free := care_free - company;
  elsif mine.status = 'waitlisted' then
    outcome := 'waiting';
  elsif or_wait and (company = 0 or company <= room.care_places) then
    insert into enrolment (class_id, person_id, status, children, older, disabled, line, newcomer)
      values (of_class, for_person, 'waitlisted', of_children, of_older, of_disabled, nextval('enrolment_line'),
              not exists (select from enrolment e join class c on c.id = e.class_id
                          where e.person_id = for_person and e.enrolled_at is not null
                            and c.service_id = room.service_id and c.id <> of_class));
    outcome := 'waitlisted';
  else
    outcome := case when free > 0 or or_wait then 'care_full' else 'full' end;
  end if;
  select place into waits_at from waiting_line(of_class) as line where line.person_id = for_person;
end $function$
;

CREATE OR REPLACE FUNCTION public.teaches(of_session uuid, by_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from session s
    join class_instructor ci on ci.class_id = s.class_id
    join instructor i on i.id = ci.instructor_id
    where s.id = of_session and i.person_id = by_person)
$function$
;

CREATE OR REPLACE FUNCTION public.told_on_the_web()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.position := next_position(new.conversation_id);
  new.status := 'accepted';
  new.attempts := 0;
  new.lease_until := null;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.undo_marks(of_session uuid, actor uuid, conversation uuid, via text, message text, sent timestamp with time zone, received timestamp with time zone, OUT outcome text, OUT undone integer, OUT kept integer)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  planned boolean;
  last_message text;
begin
  undone := 0;
  kept := 0;
  select count(*) into undone from mark m
    where m.session_id = of_session and m.marked_by = actor and m.channel = via and m.message_id = message and m.undoes is not null;
  if undone > 0 then
    outcome := 'undone';
    return;
  end if;
  select s.status = 'planned' into planned from session s where s.id = of_session for no key update;
  if not coalesce(planned, false) or not may_mark(of_session, actor) then
    outcome := 'not_yours';
  elsif not is_proven(conversation, actor, sent) then
    outcome := 'unproven';
  elsif sent > session_closes_at(of_session) then
    outcome := 'closed';
  else
    select m.message_id into last_message
    from mark m
    where m.session_id = of_session and m.marked_by = actor and m.channel = via and m.undoes is null
      and m.sent_at > sent - interval '24 hours' and not exists (select from mark u where u.undoes = m.id)
      and not is_gone(m.person_id, 'infinity')
    order by m.id desc limit 1;
    if last_message is null then
      outcome := 'nothing';
    else
      with batch as (
        select m.*, exists (
            select from mark n
            where n.session_id = of_session and n.person_id = m.person_id and n.revision > m.revision
              and n.undoes is null and not exists (select from mark u where u.undoes = n.id)) as changed_since
        from mark m
        where m.session_id = of_session and m.marked_by = actor and m.channel = via and m.message_id = last_message
          and m.undoes is null and not exists (select from mark u where u.undoes = m.id) and not is_gone(m.person_id, 'infinity')
      ), written as (
        insert into mark (session_id, person_id, revision, status, reason, undoes, marked_by, conversation_id, channel, message_id, sent_at, received_at)
        select of_session, b.person_id,
               (select max(n.revision) + 1 from mark n where n.session_id = of_session and n.person_id = b.person_id),
               coalesce(before.status, 'unmarked'), before.reason, b.id, actor, conversation, via, message, sent, received
        from batch b
        left join mark before on before.session_id = of_session and before.person_id = b.person_id and before.revision = b.revision - 1
        where not b.changed_since
        returning id
      )
      select (select count(*) from written), (select count(*) from batch where changed_since) into undone, kept;
      outcome := case when undone > 0 then 'undone' else 'changed_since' end;
    end if;
  end if;
  perform log_marking(of_session, actor, via, case outcome when 'undone' then 'marks_undone' else 'undo_refused' end, outcome, undone);
end $function$
;

CREATE OR REPLACE FUNCTION public.undo_merge(of_merge bigint, by text, OUT outcome text, OUT stayed integer, OUT classes text)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  undone merge;
  kept_one person;
  lost_one person;
begin
  select * into undone from merge where id = of_merge;
  perform hold_people(undone.kept, undone.gone);
  select * into undone from merge where id = of_merge for update;
  select r.outcome, r.classes into outcome, classes from undo_refusal(undone) r;
  if outcome is not null then return; end if;
  select * into kept_one from person where id = undone.kept;
  select * into lost_one from person where id = undone.gone;
  perform note_what_followed(undone);
  update merge set undone_at = now(), undone_by = by where id = of_merge;
  perform hand_over(of_merge, undone.kept, undone.gone);
  insert into person_address (person_id, address_id, since)
    select r.person_id, r.address_id, r.since
    from merge_moved v, jsonb_populate_record(null::person_address, v.was) r
    where v.merge_id = of_merge and v.of = 'known_twice'
    on conflict do nothing;
  update conversation c set shared = true, asks_who = true
    from merge_moved v where v.merge_id = of_merge and v.of = 'shared' and v.key = c.id::text;
  update enrolment e set status = back.status, ended_at = null, why_ended = null, offered_until = back.offered_until
    from places_to_restore(undone) back where back.id = e.id;
  insert into session_reply
    select r.* from merge_moved v, jsonb_populate_record(null::session_reply, v.was) r
    where v.merge_id = of_merge and v.of = 'reply_aside' and exists (select from session s where s.id = r.session_id)
    on conflict do nothing;
  perform give_back_fields(undone, kept_one, lost_one);
  select (select count(*) from enrolment e where e.person_id = undone.kept and e.created_at >= undone.merged_at)
       + (select count(*) from mark m where m.person_id = undone.kept and m.saved_at >= undone.merged_at) into stayed;
  outcome := 'undone';
end $function$
;

CREATE OR REPLACE FUNCTION public.undo_refusal(undone merge, OUT outcome text, OUT classes text)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if undone.id is null or undone.undone_at is not null then
    outcome := 'not_merged';
  elsif exists (select from merge m where m.gone = undone.kept and m.undone_at is null)
     or exists (select from merge m join merge_moved v on v.merge_id in (m.id, undone.id)
                where m.kept = undone.kept and m.id > undone.id and m.undone_at is null
                  and v.of in ('place_ended', 'mark_aside', 'reply_aside')) then
    outcome := 'merged_further';
  elsif exists (select from person p join person lost on lost.id = undone.gone
                where p.document_type = lost.document_type and p.document_index = undone.carried_index
                  and p.id not in (undone.kept, undone.gone)) then
    outcome := 'document_taken';
  end if;
  if outcome is not null then return; end if;
  select string_agg(c.code, ', ' order by c.code collate "C") into classes
    from (select class_id, count(*) as places, sum(company) as company
          from places_to_restore(undone) where status in ('enrolled', 'offered') group by class_id) as back
    join class c on c.id = back.class_id
    where places_taken(c.id) + back.places > c.capacity
       or back.company > 0 and care_taken(c.id) + back.company > coalesce(c.care_places, 0);
  if classes is not null then outcome := 'class_full'; end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.unmarked_sessions(of_sites uuid[], at timestamp with time zone)
 RETURNS TABLE(session_id uuid, enrolled integer, marked integer)
 LANGUAGE sql
 STABLE
AS $function$
  select s.id, listed.enrolled, listed.marked
  from session s
  join class c on c.id = s.class_id and c.site_id = any (of_sites)
  cross join lateral (
    select count(*)::integer as enrolled, count(r.status)::integer as marked from roster(s.id) r) as listed
  where s.status = 'planned' and s.ends_at <= at
    -- Looked up by the day first; a session is never so long.
    and (s.starts_at > at - make_interval(days => 2 + coalesce(
           (select value::integer from installation where name = 'attendance_closes_days'), 8))
         or s.id in (select r.session_id from session_reopening r where r.until >= at))
    and session_closes_at(s.id) >= at
    and listed.marked < listed.enrolled
$function$
;

CREATE OR REPLACE FUNCTION public.use_code(of_kind text, of_hash bytea, user_conversation uuid, at timestamp with time zone, OUT outcome text, OUT person uuid)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  given entry_code;
begin
  if (select count(*) from handover_miss m where m.conversation_id = user_conversation and m.at > use_code.at - interval '1 hour') >= 5 then
    outcome := 'too_many';
    return;
  end if;
  select * into given from entry_code e
    where e.code_hash = of_hash and e.used_at is null and e.kind = of_kind and e.expires_at > at
      and (e.conversation_id is null or e.conversation_id = user_conversation)
    order by e.id desc limit 1 for update;
  if given.id is null then
    insert into handover_miss values (user_conversation, at);
    outcome := 'wrong';
    return;
  end if;
  update entry_code set used_at = at, used_by = user_conversation where id = given.id;
  insert into audit (actor_id, actor, action, object_kind, object_id, channel)
    select given.person_id, 'person', of_kind || '_code_used', 'conversation', user_conversation::text, c.channel
    from conversation c where c.id = user_conversation;
  person := given.person_id;
  outcome := 'used';
end $function$
;

CREATE OR REPLACE FUNCTION public.waiting_line(of_class uuid)
 RETURNS TABLE(place integer, enrolment_id uuid, person_id uuid, company integer)
 LANGUAGE sql
 STABLE
AS $function$
  select (row_number() over (order by (c.newcomers_first and e.newcomer) desc, e.line))::integer,
         e.id, e.person_id, e.children + e.older + e.disabled
  from enrolment e
  join class c on c.id = e.class_id
  where e.class_id = of_class and e.status = 'waitlisted'
  order by 1
$function$
;

CREATE OR REPLACE FUNCTION public.was_moved(of_merge bigint, of_table text, of_key text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from merge_moved v where v.merge_id = of_merge and v.of = of_table and v.key = of_key)
$function$
;

CREATE OR REPLACE FUNCTION public.who_is(person uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  with recursive chain (id, step) as (
    select person, 0
    union all
    select m.kept, step + 1 from chain join merge m on m.gone = chain.id and m.undone_at is null
  )
  select id from chain order by step desc limit 1
$function$
;

CREATE OR REPLACE FUNCTION public.write_marks(of_session uuid, people uuid[], statuses text[], reasons text[], seen integer[], bulk boolean[], actor uuid, conversation uuid, via text, message text, sent timestamp with time zone, received timestamp with time zone, OUT outcome text, OUT saved integer)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  last_mark bigint;
  planned boolean;
begin
  saved := 0;
  -- The newest mark as it was before any wait for another writer, so that what that writer did can be told from what was there.
  select coalesce(max(m.id), 0) into last_mark from mark m where m.session_id = of_session;
  select s.status = 'planned' into planned from session s where s.id = of_session for no key update;
  if not coalesce(planned, false) or not may_mark(of_session, actor) then
    outcome := 'not_yours';
  elsif not is_proven(conversation, actor, sent) then
    outcome := 'unproven';
  elsif sent > session_closes_at(of_session) then
    outcome := 'closed';
  else
    with given as (
      select distinct on (g.person_id) g.*
      from unnest(people, statuses, reasons, seen, bulk) with ordinality as g (person_id, status, reason, seen, bulk, position)
      where not exists (select from mark m where m.session_id = of_session and m.person_id = g.person_id
                        and m.channel = via and m.message_id = message)
      order by g.person_id, g.position desc
    ), compared as (
      select given.*, r.person_id is null as stranger, coalesce(r.revision, 0) as revision, r.status as standing,
             r.mark_id > last_mark or r.revision > given.seen as is_newer,
             r.status is distinct from given.status
             or given.reason is not null and given.reason is distinct from (select m.reason from mark m where m.id = r.mark_id) as differs
      from given
      left join roster(of_session) as r on r.person_id = given.person_id
      where not (coalesce(given.bulk, false) and r.status is not null)
    ), verdict as (
      select case
               when bool_or(stranger) then 'not_on_roster'
               when bool_or(is_newer and differs) then 'changed_meanwhile'
               when bool_or(differs and standing is not null and reason is null)
                    and sent > (select s.ends_at + interval '24 hours' from session s where s.id = of_session) then 'reason_needed'
               else 'saved'
             end as outcome
      from compared
    ), written as (
      insert into mark (session_id, person_id, revision, status, reason, marked_by, conversation_id, channel, message_id, sent_at, received_at)
      select of_session, c.person_id, c.revision + 1, c.status, c.reason, actor, conversation, via, message, sent, received
      from compared c cross join verdict
      where verdict.outcome = 'saved' and c.differs
      returning id
    )
    select verdict.outcome, (select count(*)::integer from written) into outcome, saved from verdict;
  end if;
  perform log_marking(of_session, actor, via, case outcome when 'saved' then 'mark' else 'mark_refused' end, outcome, saved);
end $function$
;

CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER check_in_append_only BEFORE DELETE OR UPDATE ON public.check_in FOR EACH ROW EXECUTE FUNCTION refuse_change_of_content();

CREATE TRIGGER check_in_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.check_in FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER class_instructor_past AFTER INSERT OR DELETE OR UPDATE ON public.class_instructor FOR EACH ROW EXECUTE FUNCTION keep_past('class_id', 'instructor_id');

CREATE TRIGGER class_past AFTER INSERT OR DELETE OR UPDATE ON public.class FOR EACH ROW EXECUTE FUNCTION keep_past('id');

CREATE TRIGGER consent_append_only BEFORE DELETE ON public.consent FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER consent_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.consent FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER conversation_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.conversation FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER conversation_other_person BEFORE UPDATE OF person_id ON public.conversation FOR EACH ROW WHEN ((new.person_id IS DISTINCT FROM old.person_id)) EXECUTE FUNCTION forget_proof();

CREATE TRIGGER enrolment_noted BEFORE INSERT OR UPDATE OF enrolled_at, ended_at ON public.enrolment FOR EACH ROW EXECUTE FUNCTION note_when();

CREATE TRIGGER enrolment_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.enrolment FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER entry_code_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.entry_code FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER help_request_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.help_request FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER inbox_transcript BEFORE INSERT ON public.inbox FOR EACH ROW WHEN (((new.channel = 'web'::text) AND ((new.body ->> 'kind'::text) IS DISTINCT FROM 'notice'::text))) EXECUTE FUNCTION heard_on_the_web();

CREATE TRIGGER instructor_past AFTER INSERT OR DELETE OR UPDATE ON public.instructor FOR EACH ROW EXECUTE FUNCTION keep_past('id');

CREATE TRIGGER mark_append_only BEFORE DELETE OR UPDATE ON public.mark FOR EACH ROW EXECUTE FUNCTION refuse_change_of_content();

CREATE TRIGGER mark_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.mark FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER notice_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.notice FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER outbox_transcript BEFORE INSERT ON public.outbox FOR EACH ROW WHEN ((new.channel = 'web'::text)) EXECUTE FUNCTION told_on_the_web();

CREATE TRIGGER past_append_only BEFORE DELETE OR UPDATE ON public.past FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER person_address_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.person_address FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER person_address_shared AFTER INSERT ON public.person_address FOR EACH ROW EXECUTE FUNCTION share_conversation();

CREATE TRIGGER service_past AFTER INSERT OR DELETE OR UPDATE ON public.service FOR EACH ROW EXECUTE FUNCTION keep_past('id');

CREATE TRIGGER session_guest_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.session_guest FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER session_past AFTER INSERT OR DELETE OR UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION keep_past('id');

CREATE TRIGGER session_reopening_append_only BEFORE DELETE OR UPDATE ON public.session_reopening FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER session_reply_of_the_kept BEFORE INSERT OR UPDATE OF person_id ON public.session_reply FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION name_the_kept();

CREATE TRIGGER site_past AFTER INSERT OR DELETE OR UPDATE ON public.site FOR EACH ROW EXECUTE FUNCTION keep_past('id');
