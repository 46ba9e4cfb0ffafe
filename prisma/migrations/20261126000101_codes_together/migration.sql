-- What codes mean together is a rule too.
alter table rule_change drop constraint rule_change_kind_check;
alter table rule_change add constraint rule_change_kind_check check (kind in ('clock', 'carc', 'rarc', 'interaction', 'score', 'path', 'calendar'));
