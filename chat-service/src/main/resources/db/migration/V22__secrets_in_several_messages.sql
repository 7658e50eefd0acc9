-- The last message of a secret that was written in several makes the earlier ones be masked too, and their words.
GRANT UPDATE (text, masked) ON message TO ${app};
GRANT UPDATE (words) ON message_words TO ${app};

-- Masked messages are few: their words are looked after each time that words are taken in.
CREATE INDEX message_masked ON message (conversation_id, sequence) WHERE masked;
