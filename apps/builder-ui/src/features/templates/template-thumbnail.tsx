import { useIntersection } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { previewTemplate } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';
import { asJson, contentOf, loadTemplate, storedOf } from '../../domain/templates/draft/template-server.js';
import { EmailFrame } from '../../kit/email/email-frame.js';
import styles from './templates.module.css';

type Body = Parameters<typeof previewTemplate>[0]['body'];

const load = async (id: string): Promise<string> => {
  const { draft } = storedOf(await loadTemplate(id));
  const { html } = await call(previewTemplate({ body: asJson<Body>(contentOf(draft)) }));
  return html;
};

interface Props {
  readonly id: string;
  /** A template that was changed is drawn anew. */
  readonly updatedAt: string;
}

/** The email itself, small: asked for when it comes into view, and nothing in it can do anything. */
export function TemplateThumbnail({ id, updatedAt }: Props) {
  const { ref, entry } = useIntersection({ rootMargin: '200px' });
  const query = useQuery({
    queryKey: keys.templates.thumbnail(id, updatedAt),
    queryFn: () => load(id),
    enabled: entry?.isIntersecting === true,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <div ref={ref} className={styles['thumbnail']} aria-hidden>
      {query.data && <EmailFrame className={styles['mail']} html={query.data} title="" isPicture />}
    </div>
  );
}
