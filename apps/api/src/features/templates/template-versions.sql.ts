import type { Attachment } from '@cueline/database';
import { bool, instant, integer, json, ofStudio, statement, text } from '@cueline/database/sql';

/** What a template says now is what runs under way mail, too. */
export const applyToLiveRuns = statement({
  name: 'apply-template-to-live-runs',
  params: { studioId: text, id: text },
  sql: `UPDATE template_versions v SET applies_from = to_timestamp(0) WHERE ${ofStudio('v')} AND v.template_id = :id
    AND v.number = (SELECT max(x.number) FROM template_versions x WHERE ${ofStudio('x')} AND x.template_id = :id)`,
});

const content = {
  subject: text,
  preheader: text,
  html: text,
  text: text.orNull,
  blocks: json<object>().orNull,
};

/** Newest first. A run under way belongs to the newest version that applied when it began. */
export const templateVersions = statement({
  name: 'template-versions',
  params: { studioId: text, id: text },
  row: {
    number: integer,
    subject: text,
    createdAt: instant,
    createdBy: text,
    isUsed: bool,
    liveRuns: integer,
  },
  sql: `
  WITH v AS (SELECT * FROM template_versions x WHERE ${ofStudio('x')} AND x.template_id = :id),
    live AS (
      SELECT (SELECT max(x.number) FROM v x WHERE x.applies_from <= r.created_at) AS number, count(*)::int AS runs
      FROM workflow_versions w JOIN runs r ON r.studio_id = w.studio_id AND r.version_id = w.id AND r.ended_at IS NULL
      WHERE ${ofStudio('w')} AND jsonb_path_exists(w.definition, 'strict $.steps.**?(@.template == $t)', jsonb_build_object('t', :id::text), true)
      GROUP BY 1)
  SELECT v.number, v.subject, v.created_at, v.created_by, v.used_at IS NOT NULL AS is_used, COALESCE(l.runs, 0) AS live_runs
  FROM v LEFT JOIN live l ON l.number = v.number ORDER BY v.number DESC`,
});

export const templateVersion = statement({
  name: 'template-version',
  params: { studioId: text, id: text, number: integer },
  row: {
    number: integer,
    createdAt: instant,
    createdBy: text,
    ...content,
    attachments: json<readonly Attachment[]>(),
  },
  sql: `SELECT number, created_at, created_by, subject, preheader, html, text, blocks, attachments FROM template_versions
    WHERE ${ofStudio()} AND template_id = :id AND number = :number`,
});

/** Workflows that mail by a template: as drafts, and in the versions that runs are under way in. */
export const templateUsers = statement({
  name: 'template-users',
  params: { studioId: text, id: text },
  row: { id: text, name: text, state: text, inDraft: bool, liveRuns: integer },
  sql: `
  SELECT * FROM (
    SELECT w.id::text, w.name, w.state::text,
      w.state <> 'archived' AND jsonb_path_exists(w.draft, 'strict $.steps.**?(@.template == $t)', jsonb_build_object('t', :id::text), true) AS in_draft,
      (SELECT count(*) FROM workflow_versions v JOIN runs r ON r.studio_id = v.studio_id AND r.version_id = v.id AND r.ended_at IS NULL
        WHERE v.studio_id = w.studio_id AND v.workflow_id = w.id
          AND jsonb_path_exists(v.definition, 'strict $.steps.**?(@.template == $t)', jsonb_build_object('t', :id::text), true))::int AS live_runs
    FROM workflows w WHERE ${ofStudio('w')}) u
  WHERE in_draft OR live_runs > 0 ORDER BY name, id`,
});
