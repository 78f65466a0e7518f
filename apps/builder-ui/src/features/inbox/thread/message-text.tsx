import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { EmailFrame } from '../../../kit/email/email-frame.js';
import { m } from '../messages.js';
import type { Message } from '../thread-types.js';
import styles from './thread.module.css';

type Said = Pick<Message, 'text' | 'replyText' | 'html' | 'hasRemoteImages' | 'id'>;

/** Whether part of it is only what was said before. Where that is not sure, all of it is new. */
const quotes = ({ text, replyText }: Said): boolean =>
  replyText.trim() !== '' && replyText.trim() !== text.trim();

/** What an email says: the new part, and the rest behind one button. */
export function MessageText({ message }: { readonly message: Said }) {
  const isPart = quotes(message);
  const [isWhole, setWhole] = useState(!isPart);
  return (
    <>
      {isWhole && message.html ? (
        <Html message={message} />
      ) : (
        <div className={styles['said']}>{isWhole ? message.text : message.replyText.trim()}</div>
      )}
      {isPart && (
        <Button
          variant="default"
          size="compact-xs"
          mt={6}
          aria-label={isWhole ? m.newOnly : m.whole}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          …
        </Button>
      )}
    </>
  );
}

/** As its writer made it, where nothing of it can do anything. */
function Html({ message: { html, hasRemoteImages, text } }: { readonly message: Said }) {
  return (
    <div>
      {hasRemoteImages && (
        <Text size="xs" c="dimmed" mb={4}>
          {m.imagesAbout}
        </Text>
      )}
      <EmailFrame
        title={m.theEmail}
        html={html}
        className={styles['frame']}
        data-width={text.length < SHORT ? 'short' : 'long'}
      />
    </div>
  );
}

/** Letters that fit into a low frame. */
const SHORT = 600;
