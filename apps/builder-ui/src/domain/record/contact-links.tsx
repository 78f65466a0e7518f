import { Anchor } from '@mantine/core';

interface Props {
  readonly email?: string | null;
  readonly phone?: string | null;
}

/** An address that writes and a number that calls. */
export const ContactLinks = ({ email, phone }: Props) => (
  <>
    {email && (
      <Anchor href={`mailto:${email}`} inherit>
        {email}
      </Anchor>
    )}
    {phone && (
      <Anchor href={`tel:${phone}`} inherit>
        {phone}
      </Anchor>
    )}
  </>
);
