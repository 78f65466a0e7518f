import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { textsOf, type Texts } from '@cueline/workflows/language';
import { z } from 'zod';
import { replyLanguage } from '../language/reply-language.js';
import { explainIssue } from '../problems/explain-issue.js';
import { pointerOf } from './json-pointer.js';
import { invalid, type BadPlace } from '../problems/problem-error.js';
import { unstorablePlaces } from './body/storable-text.js';

/** Bodies, queries and parameters against their zod schemas; each bad place by its JSON pointer (RFC 6901). */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    // zod keeps one set of words for the whole process.
    z.config({ customError: (issue) => explainIssue(issue, replyLanguage()) });
    super({ exceptionFactory: (issues) => invalid(issues.flatMap((issue) => places(issue)).slice(0, 100)) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const bad = metadata.schema ? unstorablePlaces(value) : [];
    if (bad.length > 0) throw invalid(bad);
    return super.transform(value, metadata);
  }

  /** The parser has refused what would poison a prototype; the rest is for the schema to judge, not to be dropped in silence. */
  protected override stripProtoKeys(): void {}
}

const noSuchField: Texts = {
  en: 'There is no such field. Remove it.',
  de: 'Dieses Feld gibt es nicht. Entferne es.',
};

interface UnionIssue extends StandardSchemaV1.Issue {
  readonly code?: string;
  readonly keys?: readonly string[];
  /** Of a text that was read and refused: why, in each language. */
  readonly params?: { readonly texts?: Texts };
  readonly errors?: readonly (readonly UnionIssue[])[];
}

/** A union's own issue says nothing: the member that got furthest says what is wrong. */
function places(issue: UnionIssue, from: readonly PropertyKey[] = []): BadPlace[] {
  const path = [...from, ...(issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part))];
  if (issue.code === 'invalid_union' && issue.errors?.length) {
    // A member that wanted another kind of value altogether knows least.
    const depth = (one: readonly UnionIssue[]) =>
      one.some((inner) => inner.code === 'invalid_type' && !inner.path?.length)
        ? -1
        : Math.max(0, ...one.map((inner) => inner.path?.length ?? 0));
    const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0]!;
    return best.flatMap((inner) => places(inner, path));
  }
  if (issue.keys)
    return issue.keys.map((key) => ({
      pointer: pointerOf([...path, key]),
      detail: noSuchField,
    }));
  const detail = issue.params?.texts ?? textsOf(issue.message) ?? issue.message;
  return [{ pointer: pointerOf(path), detail }];
}
