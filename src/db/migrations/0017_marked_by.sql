-- What somebody marked last is looked up whenever she wants it undone.
create index mark_marked_by on mark (marked_by, sent_at);
