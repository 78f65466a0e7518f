import { Alert, Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

interface Props {
  readonly message: string;
  readonly next: '/forgot-password' | '/';
  readonly label: string;
}

/** A link that opens nothing: why, and where to go on. */
export const LinkProblem = ({ message, next, label }: Props) => (
  <>
    <Alert color="yellow" role="alert">
      {message}
    </Alert>
    <Anchor component={Link} to={next} ta="center" size="sm">
      {label}
    </Anchor>
  </>
);
