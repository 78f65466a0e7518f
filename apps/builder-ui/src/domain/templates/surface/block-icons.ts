import IconAlignLeft from '~icons/tabler/align-left';
import IconArrowsSplit from '~icons/tabler/arrows-split-2';
import IconClick from '~icons/tabler/click';
import IconColumns from '~icons/tabler/columns-2';
import IconHeading from '~icons/tabler/heading';
import IconList from '~icons/tabler/list';
import IconListDetails from '~icons/tabler/list-details';
import IconPhoto from '~icons/tabler/photo';
import IconSeparator from '~icons/tabler/separator-horizontal';
import IconSignature from '~icons/tabler/signature';
import IconSpacing from '~icons/tabler/spacing-vertical';
import type { BlockType } from '@cueline/email/blocks';
import type { Icon } from '../../../kit/icon.js';

export const blockIcons: Readonly<Record<BlockType, Icon>> = {
  text: IconAlignLeft,
  heading: IconHeading,
  list: IconList,
  button: IconClick,
  image: IconPhoto,
  divider: IconSeparator,
  spacer: IconSpacing,
  signature: IconSignature,
  details: IconListDetails,
  columns: IconColumns,
  section: IconArrowsSplit,
};
