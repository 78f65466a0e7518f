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

export interface KindIcon {
  readonly icon: Icon;
  /** A colour of the theme. */
  readonly color: string;
}

/** The icon and color of each kind of step; a kind without one does not compile. */
export const kindIcons: { readonly [K in StepKind]: KindIcon } = {
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

export const triggerIcon: KindIcon = { icon: IconBolt, color: 'teal' };
