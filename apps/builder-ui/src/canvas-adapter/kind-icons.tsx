import type { Step, StepKind } from '@cueline/workflows';
import {
  IconArrowsSplit2,
  IconBell,
  IconBolt,
  IconCash,
  IconChecklist,
  IconFlag,
  IconHourglass,
  IconMail,
  IconMailCheck,
  IconMessageReply,
  IconPencil,
  IconRepeat,
  IconUserCheck,
  IconWebhook,
  type Icon,
} from '@tabler/icons-react';
import type { Family } from '../kit/kind-tile.js';

export interface KindIcon {
  readonly icon: Icon;
  readonly family: Family;
}

/** The icon and family of each kind of step; a kind without one does not compile. */
export const kindIcons: { readonly [K in StepKind]: KindIcon } = {
  sendMail: { icon: IconMail, family: 'client' },
  wait: { icon: IconHourglass, family: 'time' },
  waitForEvent: { icon: IconMessageReply, family: 'time' },
  decide: { icon: IconArrowsSplit2, family: 'logic' },
  startWorkflow: { icon: IconRepeat, family: 'logic' },
  createTask: { icon: IconChecklist, family: 'studio' },
  approve: { icon: IconUserCheck, family: 'studio' },
  updateRecord: { icon: IconPencil, family: 'studio' },
  notifyStaff: { icon: IconBell, family: 'studio' },
  callWebhook: { icon: IconWebhook, family: 'studio' },
  end: { icon: IconFlag, family: 'end' },
};

export const triggerIcon: KindIcon = { icon: IconBolt, family: 'start' };

/** A step’s own icon: an email that is approved first and a wait for money have one of their own. */
export function stepIcon(step: Step): KindIcon {
  const usual = kindIcons[step.kind];
  if (step.kind === 'sendMail' && step.approval) return { ...usual, icon: IconMailCheck };
  if (step.kind === 'waitForEvent' && /^(?:invoice\.paid|payment\.)/.test(step.event))
    return { ...usual, icon: IconCash };
  return usual;
}
