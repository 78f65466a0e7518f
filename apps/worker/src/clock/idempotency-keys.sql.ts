import { instant, integer, statement } from '@cueline/database/sql';

export const forgetIdempotencyKeys = statement({
  name: 'forget-idempotency-keys',
  params: { now: instant, days: integer },
  sql: 'DELETE FROM idempotency_keys WHERE created_at < :now::timestamptz - make_interval(days => :days)',
});
