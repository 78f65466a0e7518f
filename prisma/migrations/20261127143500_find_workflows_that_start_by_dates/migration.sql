-- The sweep asks for them every two seconds, and would else read every definition there is.
CREATE INDEX "workflow_versions_by_date" ON "workflow_versions" ("studio_id", "id") WHERE "definition"->'trigger'->>'type' = 'date';
