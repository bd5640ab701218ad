-- The tables of one case. A record is its JSON, columns as in the export; a long text stands beside it, once.

CREATE TABLE articles (
    rank INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    record TEXT NOT NULL
);

CREATE VIRTUAL TABLE words USING fts5(
    text,
    content = 'articles',
    content_rowid = 'rank',
    tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TRIGGER article_comes AFTER INSERT ON articles BEGIN
    INSERT INTO words (rowid, text) VALUES (new.rank, new.text);
END;

CREATE TRIGGER article_goes AFTER DELETE ON articles BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', old.rank, old.text);
END;

CREATE TRIGGER article_changes AFTER UPDATE ON articles WHEN old.text IS NOT new.text BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', old.rank, old.text);
    INSERT INTO words (rowid, text) VALUES (new.rank, new.text);
END;

CREATE TABLE unread (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE passages (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE families (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE networks (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE written (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE times (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE nodes (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE links (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE origins (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE events (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE series (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE statements (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE speakers (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE claims (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE sourcing (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE terms (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE run (rank INTEGER PRIMARY KEY, record TEXT NOT NULL);

-- How often the case was saved: two runs that both read it cannot both write it.
CREATE TABLE saves (count INTEGER NOT NULL);
INSERT INTO saves VALUES (0);
