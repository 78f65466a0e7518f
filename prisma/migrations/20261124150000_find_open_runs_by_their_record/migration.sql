-- With the studio in front these small indexes looked best for finding a run by its id as well, and then read every open run of the studio.
DROP INDEX "runs_open_subject";
DROP INDEX "runs_open_client";
CREATE INDEX "runs_open_subject" ON "runs" ("subject_id") WHERE "ended_at" IS NULL;
CREATE INDEX "runs_open_client" ON "runs" ("client_id") WHERE "ended_at" IS NULL;
