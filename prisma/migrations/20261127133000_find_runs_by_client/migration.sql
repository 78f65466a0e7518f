-- What happened for a client, by runs that have ended as well.
CREATE INDEX "runs_client" ON "runs" ("client_id");
