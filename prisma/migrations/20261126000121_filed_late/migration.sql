-- Filed with proof, but after the legal date: neither met nor decided against.
alter table denial_view drop constraint denial_view_filing_state_check;
alter table denial_view add constraint denial_view_filing_state_check
  check (filing_state in ('running', 'unconfirmed', 'met', 'filed-late', 'decided', 'missed')) not valid;
alter table denial_view validate constraint denial_view_filing_state_check;
alter table deadline drop constraint deadline_state_check;
alter table deadline add constraint deadline_state_check
  check (state in ('running', 'met', 'filed-late', 'missed', 'withdrawn')) not valid;
alter table deadline validate constraint deadline_state_check;
