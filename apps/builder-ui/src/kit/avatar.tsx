import styles from './avatar.module.css';
import { groundOf, initialsOf } from './initials.js';

interface Props {
  readonly name: string;
  readonly size?: 20 | 24 | 32 | 48;
}

/** A person by initials; the name stands beside it. */
export const Avatar = ({ name, size = 32 }: Props) => (
  <span
    className={styles['avatar']}
    data-ground={groundOf(name)}
    style={{ width: size, height: size, fontSize: size < 32 ? 10 : size < 48 ? 12 : 16 }}
    aria-hidden
  >
    {initialsOf(name)}
  </span>
);
