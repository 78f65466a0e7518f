import { foldText } from '@cueline/workflows/locale';

/** `Re:`, `AW:`, `SV[2]:`, `Fwd:` and their like in the languages of studios and clients; `[list]` before them. */
const prefix =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(re|aw|antw|antwort|sv|vs|rif|r|res|odp|ynt|vá|fwd?|wg|wtr|tr|doorst|rv|i|enc|vb)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*/iu;
const answers = new Set(['re', 'aw', 'antw', 'antwort', 'sv', 'rif', 'r', 'res', 'odp', 'ynt']);
const MOST = 20;

export interface BaseSubject {
  /** As it is compared (RFC 5256 2.1). */
  readonly base: string;
  /** The same as it was written. */
  readonly bare: string;
  /** It says that it answers something. */
  readonly isAnswer: boolean;
}

export function baseSubject(subject: string): BaseSubject {
  let rest = subject.slice(0, 1_000);
  let isAnswer = false;
  for (let n = 0; n < MOST; n++) {
    const match = prefix.exec(rest);
    if (!match) break;
    isAnswer ||= answers.has(match[1]!.toLowerCase());
    rest = rest.slice(match[0].length);
  }
  return { base: foldText(rest), bare: rest.trim(), isAnswer };
}
