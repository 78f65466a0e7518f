import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StatusDot } from '../../kit/status-dot.js';
import { TemplateCardMenu } from './template-card-menu.js';
import { TemplateThumbnail } from './template-thumbnail.js';
import styles from './templates.module.css';
import { m } from './messages.js';

interface Props {
  readonly template: {
    readonly id: string;
    readonly name: string;
    readonly subject: string;
    readonly usedIn: number;
    readonly problems: number;
    readonly archivedAt: string | null;
    readonly updatedAt: string;
  };
}

/** A template as the email that it is, with its name and where it is used. */
export const TemplateCard = ({ template }: Props) => {
  const { id, name, subject, usedIn, problems, updatedAt } = template;
  return (
    <li className={styles['card']}>
      <TemplateThumbnail id={id} updatedAt={updatedAt} />
      <div className={styles['about']}>
        <div>
          <Link to="/templates/$id" params={{ id }} className={styles['name']} title={subject || m.noSubject}>
            {name}
          </Link>
          <Text size="xs" c="dimmed">
            {usedIn === 0 ? m.notUsed : m.usedIn(usedIn)}
          </Text>
          {problems > 0 && <StatusDot tone="broken" label={m.problem(problems)} />}
        </div>
        <TemplateCardMenu template={template} />
      </div>
    </li>
  );
};
