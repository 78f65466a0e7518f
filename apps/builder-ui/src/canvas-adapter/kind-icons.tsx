import { kindOf, kinds, type Step, type StepIcon, type StepKind } from '@cueline/workflows';
import IconArrowsSplit2 from '~icons/tabler/arrows-split-2';
import IconBell from '~icons/tabler/bell';
import IconBolt from '~icons/tabler/bolt';
import IconCash from '~icons/tabler/cash';
import IconChecklist from '~icons/tabler/checklist';
import IconFlag from '~icons/tabler/flag';
import IconHourglass from '~icons/tabler/hourglass';
import IconMail from '~icons/tabler/mail';
import IconMailCheck from '~icons/tabler/mail-check';
import IconMessageReply from '~icons/tabler/message-reply';
import IconPencil from '~icons/tabler/pencil';
import IconRepeat from '~icons/tabler/repeat';
import IconUserCheck from '~icons/tabler/user-check';
import IconWebhook from '~icons/tabler/webhook';
import type { Icon } from '../kit/icon.js';
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
