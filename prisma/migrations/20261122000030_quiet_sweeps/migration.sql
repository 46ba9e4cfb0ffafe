-- The sweep for letters to print reads what it finds, and no more.
create index document_to_render on document (organization_id) where state = 'approved' and file_id is null;
