-- The claim opened a denial when it was written, or came again for one: claims after it in its remittance are numbered by that, whatever the rules say since.
alter table claim add column opens boolean not null default false;
-- Only an import that is under way asks.
update claim c set opens = true from remittance r
where r.id = c.remittance_id and r.state = 'reading'
  and (c.duplicate_of is not null or exists (select from denial d where d.claim_id = c.id));
