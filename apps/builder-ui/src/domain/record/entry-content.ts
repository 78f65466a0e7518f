import IconBolt from '~icons/tabler/bolt';
import IconChecklist from '~icons/tabler/checklist';
import IconFlag from '~icons/tabler/flag';
import IconMail from '~icons/tabler/mail';
import IconMailOff from '~icons/tabler/mail-off';
import IconMailX from '~icons/tabler/mail-x';
import IconMessageReply from '~icons/tabler/message-reply';
import IconNote from '~icons/tabler/note';
import IconPlayerSkipForward from '~icons/tabler/player-skip-forward';
import IconQuestionMark from '~icons/tabler/question-mark';
import type { Icon } from '../../kit/icon.js';
import type { Family } from '../../kit/kind-tile.js';
import type { TimelineEntry } from './use-record.js';
import { m } from './messages.js';

type Kind = TimelineEntry['kind'];

interface Content {
  readonly icon: Icon;
  readonly family: Family;
  /** It did not come to pass. */
  readonly isQuiet?: boolean;
  readonly title: (entry: TimelineEntry) => string;
  /** Where it comes from; absent: that is said by the title. */
  readonly origin?: (entry: TimelineEntry) => string | null;
}

const byOrigin = ({ origin }: TimelineEntry) => origin && m.by(origin);
const subjectOf = ({ title }: TimelineEntry) => title || m.noSubject;
/** What a reason says, as the title: it tells more than the name of the step. */
const firstReason = ({ reasons: [reason], title }: TimelineEntry) => reason ?? title;

export const contents: Readonly<Record<Kind, Content>> = {
  received: { icon: IconMail, family: 'client', title: (entry) => m.wrote(subjectOf(entry)) },
  sent: { icon: IconMail, family: 'client', title: (entry) => m.sent(subjectOf(entry)), origin: byOrigin },
  inDoubt: {
    icon: IconQuestionMark,
    family: 'you',
    title: (entry) => m.inDoubt(subjectOf(entry)),
    origin: byOrigin,
  },
  failed: {
    icon: IconMailX,
    family: 'broken',
    title: (entry) => m.failed(subjectOf(entry)),
    origin: byOrigin,
  },
  notSent: {
    icon: IconMailOff,
    family: 'end',
    isQuiet: true,
    title: (entry) => m.notSent(subjectOf(entry)),
    origin: byOrigin,
  },
  stepDone: { icon: IconMessageReply, family: 'time', title: firstReason, origin: ({ origin }) => origin },
  stepSkipped: {
    icon: IconPlayerSkipForward,
    family: 'end',
    isQuiet: true,
    title: ({ title }) => m.skipped(title),
    origin: ({ origin }) => origin,
  },
  stepFailed: {
    icon: IconMailX,
    family: 'broken',
    title: ({ title }) => m.stepFailed(title),
    origin: ({ origin }) => origin,
  },
  runStarted: { icon: IconBolt, family: 'start', title: ({ title }) => m.began(title) },
  runEnded: { icon: IconFlag, family: 'end', title: ({ title }) => m.ended(title) },
  task: { icon: IconChecklist, family: 'studio', title: ({ title }) => m.task(title) },
  note: { icon: IconNote, family: 'studio', title: () => m.noted },
};
