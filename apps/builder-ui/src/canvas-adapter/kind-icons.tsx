import { kindOf, kinds, type Step, type StepIcon, type StepKind } from '@cueline/workflows';
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

/** How each icon that a kind of step names is drawn; one that is not drawn does not compile. */
const icons: { readonly [Name in StepIcon]: Icon } = {
  mail: IconMail,
  'mail-approved': IconMailCheck,
  hourglass: IconHourglass,
  reply: IconMessageReply,
  money: IconCash,
  fork: IconArrowsSplit2,
  repeat: IconRepeat,
  checklist: IconChecklist,
  approval: IconUserCheck,
  pencil: IconPencil,
  bell: IconBell,
  webhook: IconWebhook,
  flag: IconFlag,
};

export const triggerIcon: KindIcon = { icon: IconBolt, family: 'start' };

/** A step’s icon, and the family of its kind. */
export function stepIcon(step: Step): KindIcon {
  const kind = kindOf(step);
  return { icon: icons[kind.iconOf?.(step) ?? kind.icon], family: kind.family };
}

/** The icon of a kind, before there is a step of it. */
export const kindIcon = (kind: StepKind): KindIcon => ({
  icon: icons[kinds[kind].icon],
  family: kinds[kind].family,
});
