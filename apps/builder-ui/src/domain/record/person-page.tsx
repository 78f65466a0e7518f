import type { ComponentProps } from 'react';
import { FactCard, Facts } from '../../kit/fact-card.js';
import { ComposeButton } from '../compose/compose-button.js';
import type { About } from '../compose/letter.js';
import { ContactLinks } from './contact-links.js';
import { RecordPage } from './record-page.js';
import { SuppressedState } from './suppressed-state.js';
import { m } from './messages.js';

interface Props extends ComponentProps<typeof SuppressedState> {
  readonly about: About;
  readonly name: string;
  readonly place: string;
  readonly listAt: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly facts: ComponentProps<typeof Facts>['facts'];
}

/** A vendor or a staff member. */
export const PersonPage = ({ about, name, place, listAt, email, phone, suppressed, facts }: Props) => (
  <RecordPage
    about={about}
    title={name}
    place={place}
    listAt={listAt}
    hasAvatar
    contact={<ContactLinks email={email} phone={phone} />}
    actions={<ComposeButton about={about} label={m.emailPerson(name)} variant="filled" />}
    first={
      <FactCard title={m.about}>
        <Facts
          facts={[...facts, { label: m.emails, value: email && <SuppressedState suppressed={suppressed} /> }]}
        />
      </FactCard>
    }
  />
);
