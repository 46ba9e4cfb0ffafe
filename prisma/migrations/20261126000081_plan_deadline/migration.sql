-- The filing date that the plan document prints: a clock of its own, beside the letter's.
alter table denial add column plan_deadline_on date;
