import type { StepKind } from '@cueline/workflows';
import {
  IconArrowsSplit2,
  IconBellRinging,
  IconBell,
  IconBolt,
  IconChecklist,
  IconFlag,
  IconHourglass,
  IconMail,
  IconPencil,
  IconUserCheck,
  IconWebhook,
  IconPlayerPlay,
  type Icon,
} from '@tabler/icons-react';

export interface Look {
  readonly icon: Icon;
  /** A colour of the theme. */
  readonly color: string;
}

/** How each kind of step looks; one without a look does not compile. */
export const kindLooks: { readonly [K in StepKind]: Look } = {
  sendMail: { icon: IconMail, color: 'indigo' },
  wait: { icon: IconHourglass, color: 'orange' },
  decide: { icon: IconArrowsSplit2, color: 'grape' },
  createTask: { icon: IconChecklist, color: 'teal' },
  updateRecord: { icon: IconPencil, color: 'cyan' },
  waitForEvent: { icon: IconBellRinging, color: 'cyan' },
  approve: { icon: IconUserCheck, color: 'green' },
  startWorkflow: { icon: IconPlayerPlay, color: 'lime' },
  notifyStaff: { icon: IconBell, color: 'pink' },
  callWebhook: { icon: IconWebhook, color: 'violet' },
  end: { icon: IconFlag, color: 'gray' },
};

export const triggerLook: Look = { icon: IconBolt, color: 'teal' };
