import { useEffect, useRef } from 'react';
import { fieldTag } from '../field-tag.js';
import { MailView } from '../preview/mail-view.js';
import { PreviewControls } from '../preview/preview-controls.js';
import type { SourceDraft } from '../draft/template-draft.js';
import { SourceStage, type SourcePart, type SourcePlace } from '../source/source-stage.js';
import { AttachedPart } from './attached-part.js';
import { ConflictQuestion } from './conflict-question.js';
import type { EditingProps } from './editing-props.js';
import { FieldPanel } from './field-panel.js';
import { ProblemList, type TemplateProblem } from './problem-list.js';
import styles from './template-editor.module.css';
import { m } from './messages.js';

const partNames = { subject: m.subject, preheader: m.preheader, html: m.parts.html, text: m.plainText };

/** A template as source: what is written, what it makes, what is wrong with it. */
export function SourceEditing(props: EditingProps<SourceDraft>) {
  const { store, view, draft, event, tab, onTab, preview, choice } = props;
  const places = useRef(new Map<SourcePart, SourcePlace>());
  const writing = useRef<SourcePart>(undefined);
  const going = useRef<TemplateProblem>(undefined);
  const problems = preview.data?.problems ?? [];

  const show = (problem: TemplateProblem) => {
    const part = problem.part as SourcePart;
    const wanted = part === 'text' ? 'text' : 'source';
    if (part !== 'subject' && part !== 'preheader' && tab !== wanted) {
      going.current = problem;
      return onTab(wanted);
    }
    if (tab === 'design') {
      going.current = problem;
      return onTab('source');
    }
    places.current.get(part)?.show(problem.offset);
  };
  // A problem on another tab is shown once that tab is there.
  useEffect(() => {
    const problem = going.current;
    going.current = undefined;
    if (problem) show(problem);
  });

  return (
    <div className={styles['body']}>
      <aside className={styles['left']} aria-label={m.insertField}>
        <FieldPanel
          event={event}
          onEvent={props.onEvent}
          onInsert={({ field }) => {
            const part = writing.current ?? 'html';
            places.current.get(part)?.insert(fieldTag(field));
          }}
        />
      </aside>
      <div className={styles['stage']}>
        <div className={styles['notes']}>
          <ConflictQuestion store={store} view={view} />
        </div>
        {tab === 'design' ? (
          <MailView html={preview.data?.html ?? ''} device={choice.device} isDark={choice.isDark} />
        ) : (
          <SourceStage
            key={tab}
            draft={draft}
            event={event}
            tab={tab}
            problems={problems}
            derivedText={preview.data?.text ?? ''}
            onChange={(next) => store.change(next)}
            onPlace={(part, place) => {
              places.current.set(part, place);
              writing.current = part;
            }}
          />
        )}
      </div>
      <aside className={styles['right']} aria-label={m.settings}>
        <section className={styles['part']}>
          <PreviewControls
            choice={{ ...choice, showing: 'email' }}
            showings={['email']}
            preview={preview.data}
            error={preview.error}
            onRetry={() => void preview.refetch()}
            onChange={props.onChoice}
          />
        </section>
        <AttachedPart {...props} />
        <ProblemList
          problems={problems}
          placeOf={({ part, line }) => m.place(partNames[part as SourcePart], line)}
          onGo={show}
        />
      </aside>
    </div>
  );
}
