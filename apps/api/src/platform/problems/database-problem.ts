import { pointerOf } from '../validation/json-pointer.js';
import { invalid, ProblemError } from './problem-error.js';

interface DatabaseError {
  readonly code?: string;
  readonly meta?: {
    readonly driverAdapterError?: { readonly cause?: { readonly constraint?: { readonly index?: string } } };
  };
}

const AWAY = {
  en: 'The database is away or too busy. Try again in a moment.',
  de: 'Die Datenbank ist nicht erreichbar oder ausgelastet. Versuche es gleich noch einmal.',
};
/** Prisma: cannot reach, closed the connection, timed out, no transaction in time, deadlock; then the network's and PostgreSQL's own. */
const away = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P03',
]);

/** What a refusal of the database means to the caller; undefined for what is our own mistake. */
export function databaseProblem(error: unknown): ProblemError | undefined {
  const { code, meta } = error as DatabaseError;
  if (!code) return undefined;
  if (away.has(code)) return new ProblemError('server.unavailable', AWAY);
  const constraint = meta?.driverAdapterError?.cause?.constraint?.index ?? '';
  switch (code) {
    case 'P2003':
      return invalid([
        {
          pointer: pointerTo(constraint, 'fkey'),
          detail: {
            en: 'There is no such record. Give the id of one of yours.',
            de: 'Diesen Datensatz gibt es nicht. Gib die Kennung eines vorhandenen an.',
          },
        },
      ]);
    case 'P2002': {
      const errors = [
        {
          pointer: pointerTo(constraint, 'key'),
          detail: { en: 'This is taken. Give another.', de: 'Das ist vergeben. Nimm etwas anderes.' },
        },
      ];
      return new ProblemError(
        'resource.conflict',
        { en: 'There is one like this already.', de: 'So etwas gibt es schon.' },
        { errors },
      );
    }
    case 'P2025':
      return new ProblemError('resource.notFound', {
        en: 'There is no such record.',
        de: 'Diesen Datensatz gibt es nicht.',
      });
    default:
      return undefined;
  }
}

/** The field behind a constraint: `bookings_studio_id_client_id_fkey` is about `/clientId`. */
function pointerTo(constraint: string, suffix: string): string {
  const [, column] = new RegExp(`_studio_id_(\\w+)_${suffix}$`).exec(constraint) ?? [];
  if (!column) return '';
  return pointerOf([column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())]);
}
