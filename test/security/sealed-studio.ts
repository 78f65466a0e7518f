import { randomUUID } from 'node:crypto';
import { blankDefinition, kinds } from '@cueline/workflows';
import type { ApiClient } from '@cueline/testkit/api-client';
import { signIn, type TestApi, type TestTenant } from '@cueline/testkit/test-api';

/** One brown pixel, as PNG. */
export const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOoitEDAAJYAQU2V3wRAAAAAElFTkSuQmCC';

/** A studio with a record of every kind. */
export interface SealedStudio {
  readonly tenant: TestTenant;
  readonly owner: ApiClient & { readonly email: string };
  /** Stands in every text of the studio, and nowhere else. */
  readonly mark: string;
  /** The id behind a path such as `bookings/{id}`, by the word before it. */
  readonly inPath: Readonly<Record<string, string>>;
  /** The id that a field or query of this name takes. */
  readonly inField: Readonly<Record<string, string>>;
}

export async function sealedStudio(api: TestApi): Promise<SealedStudio> {
  const mark = `Sealed${randomUUID().slice(0, 8)}`;
  const tenant = await api.studio(mark);
  const owner = await tenant.person('owner', `${mark.toLowerCase()}@people.test`);
  const colleague = await tenant.person('member', `colleague-${mark.toLowerCase()}@people.test`);
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await owner.post<{ id: string }>(`/api/v1/${path}`, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const client = await made('clients', { firstName: mark, email: `${mark}@clients.test` });
  const vendor = await made('vendors', { name: mark });
  const staff = await made('staff', {
    firstName: mark,
    email: `staff-${mark}@people.test`,
    memberId: colleague.memberId,
  });
  const project = await made('projects', { clientId: client, name: mark });
  const booking = await made('bookings', {
    clientId: client,
    projectId: project,
    title: mark,
    kind: mark,
    startsAt: '2027-06-12T13:00:00Z',
    endsAt: '2027-06-12T21:00:00Z',
  });
  await owner.put(`/api/v1/bookings/${booking}/vendors/${vendor}`, { service: mark });
  await owner.put(`/api/v1/bookings/${booking}/staff/${staff}`, { duty: mark });
  const inquiry = await made('inquiries', { name: mark, email: `${mark}@clients.test`, message: mark });
  const money = { currency: 'EUR', totalMinor: 100_000 };
  const invoice = await made('invoices', { clientId: client, number: mark, ...money });
  const task = await made('tasks', {
    title: mark,
    assigneeId: staff,
    clientId: client,
    bookingId: booking,
  });
  const note = await made('notes', { about: { type: 'booking', id: booking }, text: mark });
  const template = await made('templates', { name: mark, subject: mark, html: `<p>${mark}</p>` });
  const account = await made('smtp-accounts', {
    address: `${mark}@mailed.test`,
    fromName: mark,
    host: 'smtp.mailed.test',
    port: 587,
    security: 'starttls',
    username: mark,
    password: `password-${mark}`,
  });
  const mailbox = await made('mailboxes', {
    address: `${mark}@mailed.test`,
    host: 'imap.mailed.test',
    port: 993,
    security: 'tls',
    username: mark,
    password: `password-${mark}`,
  });
  const [folder] = await api.rows<{ id: string }>(
    `INSERT INTO mail_folders (id, studio_id, mailbox_id, path, is_synced) SELECT gen_random_uuid(), studio_id, id, $2, true FROM mailboxes WHERE id = $1::uuid RETURNING id::text`,
    mailbox,
    mark,
  );
  const file = await made('files', { name: mark, data: pixel });
  const workflow = await made('workflows', { name: mark, description: mark });
  const invitation = await made('invitations', { email: `invited-${mark}@people.test`, role: 'member' });
  await signIn(api, owner.email);
  const [session] = await api.rows<{ id: string }>(
    `SELECT s.id FROM auth_sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1 ORDER BY s.created_at DESC LIMIT 1`,
    owner.email,
  );
  const draft = await made('mails/drafts', {
    id: randomUUID(),
    about: { type: 'booking', id: booking },
    content: {
      to: [],
      from: { type: 'brand' },
      category: 'transactional',
      templateId: null,
      subject: mark,
      html: mark,
      sendAt: null,
    },
  });
  const suppression = await made('suppressions', { address: `dont-${mark}@clients.test`, note: mark });
  const key = await made('api-keys', { name: mark, scopes: ['records:read'] });
  const { run, message, thread, into, approval, held } = await runAndMessage(api, tenant, {
    mark,
    client,
    booking,
    workflow,
    template,
  });
  const { brandId: brand } = tenant;
  const mailAction = await actedOnMail(api, tenant, message, mark);
  return {
    tenant,
    owner,
    mark,
    inPath: {
      'api-keys': key,
      approvals: approval,
      bookings: booking,
      brands: brand,
      clients: client,
      drafts: draft,
      files: file,
      inquiries: inquiry,
      invitations: invitation,
      invoices: invoice,
      'mail-actions': mailAction,
      mailboxes: mailbox,
      members: colleague.memberId,
      messages: message,
      notes: note,
      projects: project,
      runs: run,
      sends: held,
      sessions: session!.id,
      'smtp-accounts': account,
      staff,
      suppressions: suppression,
      tasks: task,
      templates: template,
      threads: thread,
      vendors: vendor,
      workflows: workflow,
    },
    inField: {
      accountId: account,
      aboutId: booking,
      assigneeId: staff,
      bookingId: booking,
      brandId: brand,
      clientId: client,
      cursor: client,
      mailboxId: client,
      file,
      folderId: folder!.id,
      id: booking,
      into,
      memberId: colleague.memberId,
      messageId: message,
      number: '1',
      projectId: project,
      recordId: booking,
      runId: run,
      sendId: held,
      smtpAccountId: account,
      staffId: staff,
      subjectId: booking,
      template,
      templateId: template,
      vendorId: vendor,
      workflowId: workflow,
    },
  };
}

/** What only a worker makes: a run, the question it asks, and the mail it sent. */
async function runAndMessage(
  api: TestApi,
  { id: studio, brandId }: TestTenant,
  ids: { mark: string; client: string; booking: string; workflow: string; template: string },
): Promise<{ run: string; message: string; thread: string; into: string; approval: string; held: string }> {
  const [version, run, message, thread, into, approval, held] = Array.from({ length: 7 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string, string];
  const definition = JSON.stringify({
    ...blankDefinition(),
    steps: [
      { ...kinds.sendMail.defaults('ask'), template: ids.template, approval: {} },
      { ...kinds.end.defaults('over'), reason: ids.mark },
    ],
  });
  await api.rows(
    `INSERT INTO workflow_versions (id, studio_id, workflow_id, number, definition) VALUES ($1, $2, $3, 1, $4)`,
    version,
    studio,
    ids.workflow,
    definition,
  );
  await api.rows(
    `INSERT INTO runs (id, studio_id, workflow_id, version_id, event_id, event_seq, engine, subject_type, subject_id, client_id,
       reentry_key, status)
     SELECT $1, $2, $3, $4, id, seq, 1, 'booking', $5, $6, id::text, 'waiting'
     FROM events WHERE studio_id = $2 AND subject_id = $5 LIMIT 1`,
    run,
    studio,
    ids.workflow,
    version,
    ids.booking,
    ids.client,
  );
  await api.rows(
    `WITH step AS (INSERT INTO run_steps (studio_id, run_id, step_id, visit, kind, status)
       VALUES ($2, $3, 'ask', 1, 'sendMail', 'waiting') RETURNING run_id)
     INSERT INTO approvals (id, studio_id, run_id, step_id, visit, kind, question) SELECT $1, $2, run_id, 'ask', 1, 'mail', $4 FROM step`,
    approval,
    studio,
    run,
    ids.mark,
  );
  await api.rows(
    `INSERT INTO threads (id, studio_id, brand_id, subject, base_subject, started_at, last_at, message_count) VALUES ($1, $2, $3, $4, $4, now(), now(), 1), ($5, $2, $3, $4, $4, now(), now(), 0)`,
    thread,
    studio,
    brandId,
    ids.mark,
    into,
  );
  await api.rows(
    `INSERT INTO messages (id, studio_id, brand_id, thread_id, direction, client_id, message_id, from_address, to_addresses, subject, text, html,
       occurred_at)
     VALUES ($1, $2, $3, $6, 'outgoing', $4, $5, $5, ARRAY[$5], $5, $5, $5, now())`,
    message,
    studio,
    brandId,
    ids.client,
    ids.mark,
    thread,
  );
  await api.rows(
    `WITH hold AS (INSERT INTO mail_holds (studio_id, hold_group, cause, reason) VALUES ($1, $2, 'firstContacts', jsonb_build_object('code', $2::text)))
     INSERT INTO sends (id, studio_id, key, purpose, run_id, step_id, visit, brand_id, client_id, category, to_address, to_name, state, message_id, hold_group)
     VALUES ($6::uuid, $1, $6::uuid::text, 'step', $3, 'ask', 1, $4, $5, 'transactional', $2, $2, 'held', $2, $2)`,
    studio,
    ids.mark,
    run,
    brandId,
    ids.client,
    held,
  );
  return { run, message, thread, into, approval, held };
}

/** Something that was asked of a mailbox, and refused. @returns its action */
async function actedOnMail(
  api: TestApi,
  { id: studio, brandId }: TestTenant,
  message: string,
  mark: string,
): Promise<string> {
  const [mailbox, action] = [randomUUID(), randomUUID()];
  await api.rows(
    `INSERT INTO mailboxes (id, studio_id, brand_id, address, host, port, security, auth, username, state)
     VALUES ($1, $2, $3, $4, $4, 993, 'tls', 'password', $4, 'paused')`,
    ...[mailbox, studio, brandId, mark],
  );
  const mail = Buffer.from(`Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${pixel}`);
  await api.rows(
    `WITH i AS (INSERT INTO intake (studio_id, mailbox_id, sha256, header_sha256, content, is_news, state) VALUES ($1, $2, $4, $4, $5, true, 'parsed')),
     p AS (INSERT INTO message_parts (studio_id, message_id, number, file_name, type, size, kind) VALUES ($1, $3, '1', $4, 'image/png', 1, 'file'))
     UPDATE messages SET mailbox_id = $2, sha256 = $4 WHERE studio_id = $1 AND id = $3`,
    ...[studio, mailbox, message, mark, mail],
  );
  await api.rows(
    `INSERT INTO mailbox_commands (id, studio_id, mailbox_id, key, kind, message_id, payload, state, reason, batch, created_by)
     VALUES ($1, $2, $3, $4, 'createFolder', $5, jsonb_build_object('kind', 'createFolder', 'path', $4::text), 'refused',
       jsonb_build_object('code', 'mailCommand.server', 'params', jsonb_build_object('reply', $4::text)), $1, $4)`,
    ...[action, studio, mailbox, mark, message],
  );
  return action;
}
