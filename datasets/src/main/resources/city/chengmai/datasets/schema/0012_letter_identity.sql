-- What dead_letter_id holds since a refusal that is read twice is one letter.
ALTER TABLE dead_letters COMMENT COLUMN IF EXISTS dead_letter_id 'event-HASH of reason and content, or topic-partition-offset of a duplicate and of what bears no identity';
