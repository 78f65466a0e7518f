-- An unsubscribed, bounced or reported address is looked for among the clients in small letters.
CREATE INDEX "clients_by_address" ON "clients" ("studio_id", lower("email"));
