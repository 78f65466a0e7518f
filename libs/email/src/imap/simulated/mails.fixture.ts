import { createHash } from 'node:crypto';

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

export const headerOf = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes).toString('latin1');
  return text.slice(0, text.indexOf('\r\n\r\n') + 4);
};

/** A mail with a text of its own, unless `n` is given twice. */
export const mailOf = (n: number): Buffer =>
  Buffer.from(
    [
      `From: client${n % 7}@client.example`,
      'To: hello@studio.example',
      `Subject: Mail ${n}`,
      `Message-ID: <${n}@client.example>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Text of ${n}. ${'x'.repeat(n % 50)}`,
      '',
    ].join('\r\n'),
  );
