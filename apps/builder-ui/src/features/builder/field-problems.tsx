import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { SeverityLine } from '../../kit/severity.js';
import type { Workflow } from './use-draft.js';

type Problems = Workflow['problems'];

interface FieldProblems {
  readonly problems: Problems;
  /** Says that a field shows what is wrong at a place. @returns how to take it back */
  readonly claim: (path: string) => () => void;
}

const Context = createContext<FieldProblems>({ problems: [], claim: () => () => undefined });

interface Props {
  readonly problems: Problems;
  /** @param elsewhere the problems that no field shows */
  readonly children: (elsewhere: Problems) => ReactNode;
}

/** Problems are shown at their fields; those without one are handed to the children. */
export function FieldProblemsProvider({ problems, children }: Props) {
  const [claimed, setClaimed] = useState<readonly string[]>([]);
  const claim = useCallback((path: string) => {
    setClaimed((before) => [...before, path]);
    return () =>
      setClaimed((before) => {
        const at = before.indexOf(path);
        return before.filter((_, i) => i !== at);
      });
  }, []);
  const value = useMemo(() => ({ problems, claim }), [problems, claim]);
  return <Context value={value}>{children(problems.filter(({ path }) => !claimed.includes(path)))}</Context>;
}

/** Undefined where nothing is wrong. */
const linesOf = (problems: Problems): ReactNode =>
  problems.length === 0
    ? undefined
    : problems.map(({ path, code, severity, message }) => (
        <SeverityLine key={path + code} severity={severity}>
          {message}
        </SeverityLine>
      ));

/** What a field adds to its input: its place in the definition, and what is wrong there. */
export interface FieldPlace {
  readonly 'data-field': string;
  readonly error: ReactNode;
}

/** @param path JSON pointer into the definition */
export function useFieldPlace(path: string): FieldPlace {
  const { problems, claim } = useContext(Context);
  useLayoutEffect(() => claim(path), [claim, path]);
  return { 'data-field': path, error: linesOf(problems.filter((problem) => problem.path === path)) };
}

/** The same for a field that shows a whole list, with what is wrong at its entries. @param entries how many it has */
export function useFieldPlaces(path: string, entries: number): FieldPlace {
  const { problems, claim } = useContext(Context);
  useLayoutEffect(() => {
    const claims = Array.from({ length: entries }, (_, i) => claim(`${path}/${i}`));
    return () => claims.forEach((release) => release());
  }, [claim, path, entries]);
  const within = problems.filter((problem) => problem.path.startsWith(`${path}/`));
  return { 'data-field': path, error: linesOf(within) };
}

/** Puts the focus on a control as the Tab key does: what is typed next takes the place of what it holds. */
export function focusReady(control: HTMLElement): void {
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}

/** Puts the focus on the field of a place, or on the nearest one around it. @returns whether there was one */
export function focusField(within: HTMLElement, path: string): boolean {
  for (let at = path; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = within.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`);
    if (!field) continue;
    const control = field.matches('input, textarea, button')
      ? field
      : field.querySelector<HTMLElement>('input, textarea, button');
    if (control) focusReady(control);
    field.scrollIntoView({ block: 'nearest' });
    return true;
  }
  return false;
}
