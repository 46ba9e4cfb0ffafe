-- An approval names the version of the letter that was seen, and nothing changes that letter while it stands.
alter table document add column approved_version integer;
-- A person changed its words: they stay when the letter is drafted again.
alter table document add column edited boolean not null default false;
update document set edited = version > 1, approved_version = case when state in ('approved', 'rendered', 'sent') then version end;
alter table document add constraint document_approved_as_it_is check (approved_version = version);
