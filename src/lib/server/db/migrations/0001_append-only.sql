-- Decision logs are appended to. A row can go with its attempt, but never change.
CREATE TRIGGER `decisions_never_change` BEFORE UPDATE ON `decisions`
BEGIN
	SELECT RAISE(ABORT, 'decisions are append-only');
END;
