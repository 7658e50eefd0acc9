-- Words are made of messages and can be made again. Their foreign keys locked the conversations of a whole second's messages
-- against the next ones, for as long as it took to take the words in.
ALTER TABLE message_words DROP CONSTRAINT message_words_conversation_id_fkey;
ALTER TABLE words_known DROP CONSTRAINT words_known_conversation_id_fkey;
