-- The language in which a member has the screens; null: that of the browser.
ALTER TABLE members ADD COLUMN language text CHECK (language IN ('en', 'de'));
