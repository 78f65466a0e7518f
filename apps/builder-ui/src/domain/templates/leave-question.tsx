import { ConfirmDialog } from '../../kit/confirm-dialog.js';
import { m } from './messages.js';

interface Props {
  readonly opened: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before changes that are not saved are given up. */
export const LeaveQuestion = ({ opened, onStay, onLeave }: Props) => (
  <ConfirmDialog
    opened={opened}
    title={m.leaveTitle}
    confirm={m.leave}
    cancel={m.stay}
    isDestructive
    zIndex={300}
    onConfirm={onLeave}
    onClose={onStay}
  >
    {m.leaveMeans}
  </ConfirmDialog>
);
